#include "verification.hpp"

#include "made_certificate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace preshift {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::k_issued;

const SigningKey& signing_key() {
  static const SigningKey key = SigningKey::make();
  return key;
}

std::string issuer() {
  return did_of(signing_key().public_key());
}

Expectations in_the_shift() {
  Expectations expected;
  expected.now = k_issued + hours(1);
  return expected;
}

VerifiedStep step_of(const Verification& verification, VerificationStep wanted) {
  return *std::find_if(verification.steps.begin(), verification.steps.end(),
                       [&](const VerifiedStep& step) { return step.step == wanted; });
}

/// Of a certificate that is made anew.
VerifiedStep step_of(const CertificateContents& contents, VerificationStep wanted,
                     const Expectations& expected) {
  return step_of(verify_certificate(signed_certificate(contents, signing_key()), expected), wanted);
}

TEST(Verification, AllThatIsAskedForPasses) {
  CertificateContents contents = testing::made_contents();
  contents.room_digest = std::string(64, 'c');
  Expectations expected = in_the_shift();
  expected.trusted_issuers = {issuer()};
  expected.knows_revoked = true;
  expected.profile_digest = contents.profile_digest;
  expected.nonce = contents.nonce;
  expected.agent_id = contents.agent_id;
  expected.room_digest = contents.room_digest;
  const Verification verification = verify_certificate(signed_certificate(contents, signing_key()), expected);
  EXPECT_TRUE(verification.is_valid());
  EXPECT_EQ(verification.steps.size(), 10U);
  for (const VerifiedStep& step : verification.steps)
    EXPECT_EQ(step.result, StepResult::passed)
        << to_string(step.step) << " " << render(step.finding, Language::english);
}

TEST(Verification, WhatNobodyAskedForIsNotChecked) {
  const Verification verification =
      verify_certificate(signed_certificate(testing::made_contents(), signing_key()), in_the_shift());
  EXPECT_TRUE(verification.is_valid());
  for (const auto step : {VerificationStep::issuer, VerificationStep::status, VerificationStep::profile,
                          VerificationStep::nonce, VerificationStep::agent, VerificationStep::room})
    EXPECT_EQ(step_of(verification, step).result, StepResult::not_checked) << to_string(step);
}

TEST(Verification, EachStepFailsAlone) {
  const CertificateContents contents = testing::made_contents();
  const Json document = signed_certificate(contents, signing_key());
  const std::pair<VerificationStep, Expectations> cases[] = {
      {VerificationStep::issuer,
       [] {
         auto e = in_the_shift();
         e.trusted_issuers.emplace();
         return e;
       }()},
      {VerificationStep::dates,
       [] {
         auto e = in_the_shift();
         e.now = k_issued + hours(8);
         return e;
       }()},
      {VerificationStep::profile,
       [] {
         auto e = in_the_shift();
         e.profile_digest = "other";
         return e;
       }()},
      {VerificationStep::nonce,
       [] {
         auto e = in_the_shift();
         e.nonce = "other";
         return e;
       }()},
      {VerificationStep::agent,
       [] {
         auto e = in_the_shift();
         e.agent_id = "other";
         return e;
       }()},
      {VerificationStep::room,
       [] {
         auto e = in_the_shift();
         e.room_digest = "other";
         return e;
       }()},
  };
  for (const auto& [wanted, expected] : cases) {
    const Verification verification = verify_certificate(document, expected);
    EXPECT_FALSE(verification.is_valid()) << to_string(wanted);
    for (const VerifiedStep& step : verification.steps)
      EXPECT_EQ(step.result == StepResult::failed, step.step == wanted)
          << to_string(wanted) << to_string(step.step);
  }
}

TEST(Verification, DatesHoldFromTheFirstSecondToTheLast) {
  const CertificateContents contents = testing::made_contents();
  const auto result_at = [&](std::chrono::sys_seconds now) {
    Expectations expected;
    expected.now = now;
    return step_of(contents, VerificationStep::dates, expected).result;
  };
  EXPECT_EQ(result_at(k_issued), StepResult::passed);
  EXPECT_EQ(result_at(k_issued - k_clock_tolerance), StepResult::passed);
  EXPECT_EQ(result_at(k_issued - k_clock_tolerance - std::chrono::seconds(1)), StepResult::failed);
  EXPECT_EQ(result_at(k_issued + hours(8) - std::chrono::seconds(1)), StepResult::passed);
  EXPECT_EQ(result_at(k_issued + hours(8)), StepResult::failed);
}

TEST(Verification, APreShiftCertificateIsForOneShift) {
  CertificateContents contents = testing::made_contents();
  contents.expires_at = k_issued + hours(16);
  EXPECT_EQ(step_of(contents, VerificationStep::dates, in_the_shift()).result, StepResult::passed);
  contents.expires_at += std::chrono::seconds(1);
  EXPECT_EQ(step_of(contents, VerificationStep::dates, in_the_shift()).result, StepResult::failed);
  contents.kind = CertificateKind::onboarding;
  EXPECT_EQ(step_of(contents, VerificationStep::dates, in_the_shift()).result, StepResult::passed);
}

TEST(Verification, OnlyAClearedWorkspaceIsValidUnlessAnyOutcomeIs) {
  for (const Outcome outcome : {Outcome::not_cleared, Outcome::undecided}) {
    CertificateContents contents = testing::made_contents();
    contents.outcome = outcome;
    const Json document = signed_certificate(contents, signing_key());
    Expectations expected = in_the_shift();
    EXPECT_FALSE(verify_certificate(document, expected).is_valid());
    expected.wants_cleared = false;
    EXPECT_TRUE(verify_certificate(document, expected).is_valid());
  }
}

TEST(Verification, WhatIsRevokedFails) {
  const Json document = signed_certificate(testing::made_contents(), signing_key());
  for (const std::string& name : {document["id"].get<std::string>(), issuer(), document_digest(document)}) {
    Expectations expected = in_the_shift();
    expected.knows_revoked = true;
    expected.revoked = {"urn:uuid:another", name};
    const Verification verification = verify_certificate(document, expected);
    EXPECT_EQ(step_of(verification, VerificationStep::status).result, StepResult::failed);
    EXPECT_FALSE(verification.is_valid());
  }
}

TEST(Verification, AnotherKeyThanTheIssuersIsNamed) {
  const SigningKey other = SigningKey::make();
  Json document = signed_certificate(testing::made_contents(), signing_key());
  document.erase("proof");
  document = with_proof(document, other, k_issued);
  const VerifiedStep step =
      step_of(verify_certificate(document, in_the_shift()), VerificationStep::signature);
  EXPECT_EQ(step.result, StepResult::failed);
  EXPECT_EQ(std::get<std::string>(step.finding.arguments.at(0)), did_of(other.public_key()));
}

TEST(Verification, ASignatureDatedLaterOrExpiredFails) {
  Json document = signed_certificate(testing::made_contents(), signing_key());
  document.erase("proof");
  const Json later = with_proof(document, signing_key(), k_issued + hours(2));
  EXPECT_EQ(step_of(verify_certificate(later, in_the_shift()), VerificationStep::dates).result,
            StepResult::failed);
  Json expiring = with_proof(document, signing_key(), k_issued);
  expiring["proof"]["expires"] = "2027-01-15T08:30:00Z";  // half an hour after k_issued
  EXPECT_EQ(step_of(verify_certificate(expiring, in_the_shift()), VerificationStep::dates).result,
            StepResult::failed);
}

TEST(Verification, OfAnythingElseSignatureAndDatesAreTold) {
  const Json foreign = with_proof({{"@context", {"https://www.w3.org/ns/credentials/v2"}},
                                   {"type", {"VerifiableCredential"}},
                                   {"issuer", {{"id", issuer()}}},
                                   {"validFrom", "2027-01-01T00:00:00.000Z"},
                                   {"credentialSubject", {{"alumniOf", "a school"}}}},
                                  signing_key(), k_issued);
  const Verification verification = verify_certificate(foreign, in_the_shift());
  EXPECT_FALSE(verification.is_valid());
  EXPECT_FALSE(verification.certificate);
  EXPECT_EQ(step_of(verification, VerificationStep::form).result, StepResult::failed);
  EXPECT_EQ(step_of(verification, VerificationStep::signature).result, StepResult::passed);
  EXPECT_EQ(step_of(verification, VerificationStep::dates).result, StepResult::passed);
  EXPECT_FALSE(verify_certificate(Json(), in_the_shift()).is_valid());
}

}  // namespace
}  // namespace preshift
