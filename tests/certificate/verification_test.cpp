#include "verification.hpp"

#include "made_certificate.hpp"
#include "onboarding_state.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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

/// The room cccc..., onboarded by our key and approved by an employer for half a year.
struct ApprovedRoom {
  SigningKey employer = SigningKey::make();
  Json certificate = signed_certificate(testing::onboarding_contents(std::string(64, 'c')), signing_key());
  Json approval =
      signed_approval({workspace_of(certificate, *read_certificate(certificate)), ApprovalDecision::approved,
                       std::nullopt, k_issued - std::chrono::days(1), k_issued + std::chrono::days(180)},
                      employer);
  OnboardingReference reference{certificate["id"], document_digest(certificate),
                                did_of(employer.public_key())};
};

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
  const ApprovedRoom approved;
  CertificateContents contents = testing::made_contents();
  contents.room_digest = std::string(64, 'c');
  contents.onboarding = approved.reference;
  Expectations expected = in_the_shift();
  expected.employers = {approved.reference.approver};
  expected.approvals = {approved.approval};
  expected.trusted_issuers = {issuer()};
  expected.knows_revoked = true;
  expected.profile_digest = contents.profile_digest;
  expected.nonce = contents.nonce;
  expected.agent_id = contents.agent_id;
  expected.room_digest = contents.room_digest;
  const Verification verification = verify_certificate(signed_certificate(contents, signing_key()), expected);
  EXPECT_TRUE(verification.is_valid());
  EXPECT_EQ(verification.steps.size(), 11U);
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

TEST(Verification, AnApprovalMustBeThereAndCountForWhatACertificateRestsOn) {
  const ApprovedRoom approved;
  CertificateContents contents = testing::made_contents();
  contents.room_digest = std::string(64, 'c');
  contents.onboarding = approved.reference;
  const auto found = [](const CertificateContents& of, const Expectations& expected) {
    const VerifiedStep step = step_of(of, VerificationStep::onboarding, expected);
    return std::pair(step.result, std::string(step.finding.text.id));
  };
  using Found = std::pair<StepResult, std::string>;
  Expectations expected = in_the_shift();
  EXPECT_EQ(found(contents, expected), Found(StepResult::not_checked, "rests_on.claim"));
  expected.employers = {approved.reference.approver};
  EXPECT_EQ(found(contents, expected), Found(StepResult::not_checked, "rests_on.claim"));
  expected.approvals = {approved.approval};
  EXPECT_EQ(found(contents, expected), Found(StepResult::passed, "rests_on.approval"));

  CertificateContents elsewhere = contents;
  elsewhere.room_digest = std::string(64, 'd');
  EXPECT_EQ(found(elsewhere, expected), Found(StepResult::failed, "approval.other_room"));
  CertificateContents other = contents;
  other.onboarding->digest = std::string(64, 'e');
  EXPECT_EQ(found(other, expected), Found(StepResult::failed, "approval.altered_certificate"));
  CertificateContents later = contents;
  later.issued_at = k_issued + std::chrono::days(200);
  later.expires_at = later.issued_at + hours(8);
  EXPECT_EQ(found(later, expected), Found(StepResult::failed, "rests_on.expired"));
  CertificateContents alone = contents;
  alone.onboarding.reset();
  EXPECT_EQ(found(alone, expected), Found(StepResult::failed, "rests_on.nothing"));

  const Verification stolen = verify_certificate(signed_certificate(contents, SigningKey::make()), expected);
  EXPECT_EQ(step_of(stolen, VerificationStep::onboarding).finding.text.id, "approval.other_agent");
  Expectations revoking = expected;
  revoking.revoked = {document_digest(approved.approval)};
  EXPECT_EQ(found(contents, revoking), Found(StepResult::failed, "approval.revoked"));
  for (const std::string& name : {approved.reference.id, approved.reference.digest}) {
    revoking.revoked = {name};
    EXPECT_EQ(found(contents, revoking), Found(StepResult::failed, "status.revoked")) << name;
  }
  revoking = expected;
  revoking.employers = {issuer()};
  EXPECT_EQ(found(contents, revoking), Found(StepResult::failed, "rests_on.other_employer"));
}

TEST(Verification, AnOnboardingMustHaveAnApprovalThatCountsOnceEmployersAreGiven) {
  const ApprovedRoom approved;
  Expectations expected = in_the_shift();
  const auto steps = verify_certificate(approved.certificate, expected).steps;
  EXPECT_TRUE(std::ranges::none_of(
      steps, [](const VerifiedStep& step) { return step.step == VerificationStep::onboarding; }));
  const auto found = [&] {
    const Verification verification = verify_certificate(approved.certificate, expected);
    return std::string(step_of(verification, VerificationStep::onboarding).finding.text.id);
  };
  expected.employers = {approved.reference.approver};
  EXPECT_EQ(found(), "onboarding.pending");
  EXPECT_FALSE(verify_certificate(approved.certificate, expected).is_valid());
  expected.approvals = {approved.approval};
  EXPECT_EQ(found(), "answered.approved");
  expected.revoked = {document_digest(approved.approval)};
  EXPECT_EQ(found(), "approval.revoked");
  expected.revoked.clear();
  expected.now = k_issued + std::chrono::days(181);
  EXPECT_EQ(found(), "answered.expired");
}

TEST(Verification, AnApprovalDoesNotPassInPlaceOfACheck) {
  const ApprovedRoom approved;
  const auto failed_step = [&](auto&& expect) {
    Expectations expected = in_the_shift();
    expect(expected);
    const Verification verification = verify_document(approved.approval, expected);
    EXPECT_FALSE(verification.is_valid());
    const auto failed = std::ranges::find(verification.steps, StepResult::failed, &VerifiedStep::result);
    return failed == verification.steps.end() ? VerificationStep::form : failed->step;
  };
  EXPECT_EQ(failed_step([](Expectations& expected) { expected.nonce = "N1"; }), VerificationStep::nonce);
  EXPECT_EQ(failed_step([](Expectations& expected) { expected.agent_id = "A17"; }), VerificationStep::agent);
  EXPECT_EQ(failed_step([](Expectations& expected) { expected.profile_digest = std::string(64, '0'); }),
            VerificationStep::profile);
}

TEST(Verification, AnApprovalIsVerifiedLikeACertificate) {
  const ApprovedRoom approved;
  Expectations expected = in_the_shift();
  expected.employers = {approved.reference.approver};
  expected.certificate_digest = approved.reference.digest;
  expected.room_digest = std::string(64, 'c');
  expected.knows_revoked = true;
  const Verification verification = verify_document(approved.approval, expected);
  EXPECT_TRUE(verification.is_valid());
  EXPECT_EQ(verification.steps.size(), 8U);
  for (const VerifiedStep& step : verification.steps)
    EXPECT_EQ(step.result, StepResult::passed)
        << to_string(step.step) << " " << render(step.finding, Language::english);
  ASSERT_TRUE(verification.approval);
  EXPECT_EQ(verification.approval->workspace.certificate, approved.certificate["id"]);

  const auto failed = [&](const Json& document, const Expectations& held_against) {
    std::vector<VerificationStep> steps;
    for (const VerifiedStep& step : verify_document(document, held_against).steps)
      if (step.result == StepResult::failed) steps.push_back(step.step);
    return steps;
  };
  using Steps = std::vector<VerificationStep>;
  Expectations other = expected;
  other.employers = {issuer()};
  EXPECT_EQ(failed(approved.approval, other), Steps{VerificationStep::issuer});
  other = expected;
  other.now = k_issued + std::chrono::days(181);
  EXPECT_EQ(failed(approved.approval, other), Steps{VerificationStep::dates});
  other = expected;
  other.revoked = {approved.approval["id"]};
  EXPECT_EQ(failed(approved.approval, other), Steps{VerificationStep::status});
  other = expected;
  other.certificate_digest = std::string(64, '0');
  EXPECT_EQ(failed(approved.approval, other), Steps{VerificationStep::certificate});
  Json altered = approved.approval;
  altered["credentialSubject"]["digest"] = std::string(64, '0');
  EXPECT_EQ(failed(altered, expected), (Steps{VerificationStep::signature, VerificationStep::certificate}));
  altered = approved.approval;
  altered["credentialSubject"].erase("agentKey");
  EXPECT_EQ(failed(altered, expected), (Steps{VerificationStep::form, VerificationStep::signature}));
}

TEST(Verification, ARefusalIsValidOnlyWhereAnyDecisionIs) {
  const ApprovedRoom approved;
  const Json refusal =
      signed_approval({workspace_of(approved.certificate, *read_certificate(approved.certificate)),
                       ApprovalDecision::refused, "the door", k_issued, k_issued + hours(24)},
                      approved.employer);
  Expectations expected = in_the_shift();
  EXPECT_FALSE(verify_document(refusal, expected).is_valid());
  expected.wants_cleared = false;
  EXPECT_TRUE(verify_document(refusal, expected).is_valid());
}

}  // namespace
}  // namespace preshift
