#include "shift_admission.hpp"

#include "did_key.hpp"
#include "journal_fixture.hpp"
#include "made_certificate.hpp"

#include <functional>

namespace preshift {
namespace {

using namespace std::chrono_literals;
using testing::Disk;
using testing::k_issued;
using testing::Signer;
using testing::TestClock;

/// The kinds of refusal, for a certificate and a start that were changed so.
class Admission : public ::testing::Test {
 protected:
  Signer m_signer;
  CertificateContents m_contents = testing::made_contents();
  Expectations m_expected;
  std::chrono::seconds m_age = 10min;

  [[nodiscard]] std::string refused() {
    m_expected.now = k_issued + m_age;
    if (!m_expected.trusted_issuers) m_expected.trusted_issuers = {did_of(m_signer.record.key)};
    const Json document = signed_certificate(m_contents, m_signer.key);
    return told(verify_certificate(document, m_expected));
  }

  [[nodiscard]] std::string told(const Verification& verified) const {
    std::string kinds;
    for (const Refusal& refusal : refusals(verified, 30min, m_expected.now)) {
      kinds += (kinds.empty() ? "" : " ") + std::string(to_string(refusal.kind));
      EXPECT_FALSE(render(refusal.explanation, Language::english).empty());
    }
    return kinds;
  }
};

TEST_F(Admission, AFreshClearedCertificateOfOnesOwnKeyLetsAShiftStart) {
  EXPECT_EQ(refused(), "");
  m_age = 30min;
  EXPECT_EQ(refused(), "");
}

TEST_F(Admission, AnOlderCheckDoesNot) {
  m_age = 30min + 1s;
  EXPECT_EQ(refused(), "too_old");
}

TEST_F(Admission, AnyOutcomeButClearedDoesNot) {
  m_contents.outcome = Outcome::not_cleared;
  EXPECT_EQ(refused(), "not_cleared");
  m_contents.outcome = Outcome::undecided;
  EXPECT_EQ(refused(), "undecided");
}

TEST_F(Admission, AnotherAgentsCertificateDoesNot) {
  m_expected.trusted_issuers = {did_of(SigningKey::make().public_key())};
  EXPECT_EQ(refused(), "other_key");
}

TEST_F(Admission, AnotherRoomOtherRulesNonceOrAgentDoNot) {
  m_expected.room_digest = std::string(64, 'a');
  EXPECT_EQ(refused(), "other_room");
  m_contents.room_digest = std::string(64, 'b');
  EXPECT_EQ(refused(), "other_room");
  m_expected.room_digest.reset();
  m_expected.profile_digest = std::string(64, 'c');
  EXPECT_EQ(refused(), "other_rules");
  m_expected.profile_digest.reset();
  m_expected.nonce = "7f3a";
  EXPECT_EQ(refused(), "other_nonce");
  m_expected.nonce.reset();
  m_expected.agent_id = "A17";
  EXPECT_EQ(refused(), "other_agent");
}

TEST_F(Admission, AnOnboardingCertificateDoesNot) {
  m_contents.kind = CertificateKind::onboarding;
  EXPECT_EQ(refused(), "wrong_kind");
}

TEST_F(Admission, AnExpiredOrAlteredOrFutureCertificateDoesNot) {
  m_age = 20h;
  EXPECT_EQ(refused(), "not_valid");
  m_age = -1h;
  EXPECT_EQ(refused(), "not_valid");
  m_age = 10min;
  m_contents.outcome = Outcome::not_cleared;
  Json document = signed_certificate(m_contents, m_signer.key);
  document["credentialSubject"]["outcome"] = "cleared";
  EXPECT_EQ(refused(), "not_cleared");
  EXPECT_EQ(told(verify_certificate(document, m_expected)), "not_valid");
  EXPECT_EQ(told(verify_certificate(Json::object(), m_expected)), "not_valid");
}

TEST_F(Admission, SeveralReasonsAreAllTold) {
  m_contents.outcome = Outcome::not_cleared;
  m_age = 2h;
  m_expected.trusted_issuers = std::set<std::string>{};
  EXPECT_EQ(refused(), "other_key not_cleared too_old");
  const Json details = refusal_details({{RefusalKind::too_old, {}}, {RefusalKind::not_cleared, {}}});
  EXPECT_EQ(details.dump(), R"({"reasons":["too_old","not_cleared"]})");
}

class ShiftState : public ::testing::Test {
 protected:
  [[nodiscard]] std::optional<SignIn> shift_after(const std::vector<JournalEvent>& events) const {
    Disk disk;
    TestClock clock;
    auto writer = testing::writer_on(disk, m_signer, clock);
    EXPECT_TRUE(writer);
    for (const JournalEvent event : events) EXPECT_TRUE(writer->append(event, m_details));
    return current_shift(testing::read(disk));
  }

  Signer m_signer;
  Json m_details = Json::object();
};

TEST_F(ShiftState, AShiftLastsFromSignInToItsEnd) {
  using enum JournalEvent;
  EXPECT_FALSE(shift_after({}));
  EXPECT_TRUE(shift_after({sign_in}));
  EXPECT_TRUE(shift_after({sign_in, refusal}));
  EXPECT_FALSE(shift_after({sign_in, sign_out}));
  EXPECT_FALSE(shift_after({sign_in, sign_out, refusal}));
  EXPECT_FALSE(shift_after({sign_in, not_ended}));
  EXPECT_EQ(shift_after({sign_in, not_ended, sign_in})->entry, 3);
}

TEST_F(ShiftState, ASignInSaysWhatClearedIt) {
  CertificateContents contents = testing::made_contents();
  contents.agent_id = "A17";
  contents.nonce = "7f3a";
  contents.devices = {{Sensor::microphone, true, "abc"}, {Sensor::camera, true, "def"}};
  const Json document = signed_certificate(contents, m_signer.key);
  const auto view = read_certificate(document);
  ASSERT_TRUE(view);
  m_details = sign_in_details(*view, document_digest(document));
  const auto shift = shift_after({JournalEvent::sign_in});
  ASSERT_TRUE(shift);
  EXPECT_EQ(shift->certificate_id, view->id);
  EXPECT_EQ(shift->certificate_digest, document_digest(document));
  EXPECT_EQ(shift->outcome, "cleared");
  EXPECT_EQ(shift->issued, k_issued);
  EXPECT_EQ(shift->valid_until, contents.expires_at);
  EXPECT_EQ(shift->profile, "standard");
  EXPECT_EQ(shift->profile_digest, contents.profile_digest);
  EXPECT_EQ(shift->agent_id, "A17");
  EXPECT_TRUE(shift->is_live);
  EXPECT_EQ(m_details["nonce"], "7f3a");
}

TEST_F(ShiftState, ACheckOfARecordingIsNotLive) {
  CertificateContents contents = testing::made_contents();
  contents.devices = {{Sensor::microphone, true, "abc"}, {Sensor::camera, false, ""}};
  const auto view = read_certificate(signed_certificate(contents, m_signer.key));
  ASSERT_TRUE(view);
  EXPECT_EQ(sign_in_details(*view, "")["certificate"]["live"], false);
}

}  // namespace
}  // namespace preshift
