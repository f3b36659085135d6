#include "compact_certificate.hpp"

#include "made_certificate.hpp"
#include "verification.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace preshift {
namespace {

using testing::k_issued;

const SigningKey& signing_key() {
  static const SigningKey key = SigningKey::make();
  return key;
}

CertificateContents full_contents() {
  CertificateContents contents = testing::little_contents();
  contents.room_digest = std::string(64, 'c');
  contents.onboarding =
      OnboardingReference{"urn:uuid:0", std::string(64, 'b'), did_of(SigningKey::make().public_key())};
  return contents;
}

/// A certificate with its compact form.
struct Made {
  explicit Made(const CertificateContents& contents)
      : document(signed_certificate(contents, signing_key())),
        view(*read_certificate(document)),
        text(written_compact(*compact_of(document, view), signing_key())) {}

  Json document;
  CertificateView view;
  std::string text;
};

Expectations in_the_shift() {
  Expectations expected;
  expected.now = k_issued + std::chrono::hours(1);
  return expected;
}

TEST(CompactCertificate, SaysWhatTheCertificateSays) {
  const Made made(full_contents());
  const auto read = read_compact(made.text);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->is_signed);
  const CompactCertificate& compact = read->compact;
  EXPECT_EQ(compact.id, made.view.id);
  EXPECT_EQ(compact.digest, document_digest(made.document));
  EXPECT_EQ(compact.issuer, made.view.issuer);
  EXPECT_EQ(compact.kind, CertificateKind::pre_shift);
  EXPECT_EQ(compact.outcome, Outcome::cleared);
  EXPECT_EQ(compact.assurance, Assurance::approved);
  EXPECT_TRUE(compact.is_live);
  EXPECT_EQ(compact.valid_from, made.view.valid_from);
  EXPECT_EQ(compact.valid_until, made.view.valid_until);
  EXPECT_EQ(compact.profile_digest, made.view.profile_digest);
  EXPECT_EQ(compact.agent_id, made.view.agent_id);
  EXPECT_EQ(compact.nonce, made.view.nonce);
  EXPECT_EQ(compact.room_digest, made.view.room_digest);
  EXPECT_EQ(compact.approver, made.view.onboarding->approver);
}

TEST(CompactCertificate, OfARecordingSaysSo) {
  CertificateContents contents = full_contents();
  contents.devices[1].is_live = false;
  const auto read = read_compact(Made(contents).text);
  EXPECT_FALSE(read->compact.is_live);
  EXPECT_EQ(verify_compact(Made(contents).text, in_the_shift()).steps.front().finding.text.id,
            "form.compact_recorded");
  contents.devices.clear();
  EXPECT_FALSE(read_compact(Made(contents).text)->compact.is_live);
}

TEST(CompactCertificate, OfLittleIsShort) {
  CertificateContents contents = testing::little_contents();
  contents.nonce.reset();
  contents.agent_id.reset();
  const Made made(contents);
  EXPECT_LT(made.text.size(), 420U) << "QR version 12 with correction M";
  const auto read = read_compact(made.text);
  ASSERT_TRUE(read && read->is_signed);
  EXPECT_FALSE(read->compact.nonce || read->compact.agent_id || read->compact.room_digest ||
               read->compact.approver);
  contents = full_contents();
  contents.nonce = std::string(128, '~');
  contents.agent_id = std::string(64, 'x');
  EXPECT_LT(Made(contents).text.size(), k_longest_compact);
}

TEST(CompactCertificate, IsVerifiedAsTheCertificateIs) {
  CertificateContents contents = full_contents();
  const Made made(contents);
  Expectations expected = in_the_shift();
  expected.trusted_issuers = {made.view.issuer};
  expected.knows_revoked = true;
  expected.profile_digest = contents.profile_digest;
  expected.nonce = contents.nonce;
  expected.agent_id = contents.agent_id;
  expected.room_digest = contents.room_digest;
  expected.certificate_digest = document_digest(made.document);
  const Verification verification = verify_compact(made.text, expected);
  EXPECT_TRUE(verification.is_valid());
  for (const VerifiedStep& step : verification.steps) {
    const bool is_alone = step.step == VerificationStep::onboarding;  // the approval is not in it
    EXPECT_EQ(step.result, is_alone ? StepResult::not_checked : StepResult::passed) << to_string(step.step);
  }

  const auto fails = [&](VerificationStep wanted, const Expectations& other) {
    const auto steps = verify_compact(made.text, other).steps;
    const auto step = std::ranges::find(steps, wanted, &VerifiedStep::step);
    return step->result == StepResult::failed;
  };
  const auto with = [&](auto change) {
    Expectations other = expected;
    change(other);
    return other;
  };
  EXPECT_TRUE(fails(VerificationStep::issuer, with([](auto& e) { e.trusted_issuers = {"did:key:z"}; })));
  EXPECT_TRUE(fails(VerificationStep::dates, with([](auto& e) { e.now += std::chrono::days(1); })));
  EXPECT_TRUE(fails(VerificationStep::status, with([&](auto& e) { e.revoked = {made.view.id}; })));
  EXPECT_TRUE(
      fails(VerificationStep::profile, with([](auto& e) { e.profile_digest = std::string(64, '0'); })));
  EXPECT_TRUE(fails(VerificationStep::nonce, with([](auto& e) { e.nonce = "other"; })));
  EXPECT_TRUE(fails(VerificationStep::agent, with([](auto& e) { e.agent_id = "other"; })));
  EXPECT_TRUE(fails(VerificationStep::room, with([](auto& e) { e.room_digest = std::string(64, '0'); })));
  EXPECT_TRUE(fails(VerificationStep::onboarding, with([](auto& e) { e.employers = {"did:key:z"}; })));
  EXPECT_TRUE(fails(VerificationStep::certificate,
                    with([](auto& e) { e.certificate_digest = std::string(64, '0'); })));
  contents.outcome = Outcome::undecided;
  EXPECT_FALSE(verify_compact(Made(contents).text, in_the_shift()).is_valid());
  contents = full_contents();
  contents.expires_at = contents.issued_at + std::chrono::hours(17);
  EXPECT_FALSE(verify_compact(Made(contents).text, in_the_shift()).is_valid()) << "longer than a shift";
}

TEST(CompactCertificate, SignedByAnotherKeyIsNotValid) {
  const Made made(full_contents());
  const std::string forged = written_compact(*compact_of(made.document, made.view), SigningKey::make());
  ASSERT_TRUE(read_compact(forged));
  EXPECT_FALSE(read_compact(forged)->is_signed);
  EXPECT_FALSE(verify_compact(forged, in_the_shift()).is_valid());
}

TEST(CompactCertificate, ChangedInAnyCharacterIsRefused) {
  constexpr std::string_view k_characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a\n\xC3";
  const Made made(full_contents());
  ASSERT_TRUE(verify_compact(made.text, in_the_shift()).is_valid());
  for (std::size_t place = 0; place < made.text.size(); ++place) {
    std::string changed = made.text;
    for (const char c : k_characters) {
      if (c == made.text[place]) continue;
      changed[place] = c;
      ASSERT_FALSE(verify_compact(changed, in_the_shift()).is_valid()) << place << c;
    }
    changed = made.text;
    changed.erase(place, 1);
    ASSERT_FALSE(verify_compact(changed, in_the_shift()).is_valid()) << place;
    changed = made.text;
    changed.insert(place, 1, '0');
    ASSERT_FALSE(verify_compact(changed, in_the_shift()).is_valid()) << place;
    ASSERT_FALSE(verify_compact(made.text.substr(0, place), in_the_shift()).is_valid()) << place;
  }
  for (const char* more : {"0", "00", "000", " ", "\n"})
    EXPECT_FALSE(verify_compact(made.text + more, in_the_shift()).is_valid());
}

TEST(CompactCertificate, ChangedAtRandomIsRefused) {
  constexpr std::string_view k_characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const Made made(full_contents());
  std::mt19937 random(20260301);
  for (int round = 0; round < 10000; ++round) {
    std::string changed = made.text;
    for (int changes = 0; changes <= round % 4; ++changes)
      changed[random() % changed.size()] = k_characters[random() % k_characters.size()];
    const bool is_the_same = changed == made.text;
    ASSERT_EQ(verify_compact(changed, in_the_shift()).is_valid(), is_the_same) << changed;
  }
}

TEST(CompactCertificate, IsNoneOfWhatIsNotWrittenAsWeWriteIt) {
  EXPECT_FALSE(read_compact(""));
  EXPECT_FALSE(read_compact("PRESHIFT1:"));
  EXPECT_FALSE(read_compact("PRESHIFT1:" + std::string(k_longest_compact, '0')));
  Json other = signed_certificate(full_contents(), signing_key());
  other["id"] = "urn:uuid:ABCDEF01-0000-4000-8000-000000000000";
  EXPECT_FALSE(compact_of(other, *read_certificate(other))) << "its digits would come out small";
}

}  // namespace
}  // namespace preshift
