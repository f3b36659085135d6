#include "dispute.hpp"

#include "key_succession.hpp"
#include "made_certificate.hpp"
#include "strict_json.hpp"
#include "verification.hpp"
#include "vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using testing::k_issued;
using Steps = std::vector<VerificationStep>;

/// A certificate and its agent's objection of an hour later.
struct Disputed {
  SigningKey agent = SigningKey::make();
  Json certificate = signed_certificate(testing::little_contents(), agent);
  Json dispute =
      signed_dispute({certificate["id"], document_digest(certificate),
                      "The drill was in the street, not à la maison.", k_issued + std::chrono::hours(1)},
                     agent);

  /// A day later, beside the certificate.
  [[nodiscard]] Expectations expectations() const {
    Expectations expected;
    expected.now = k_issued + std::chrono::days(1);
    expected.certificate_digest = document_digest(certificate);
    expected.certificate_issuer = certificate["issuer"];
    return expected;
  }
};

Steps failed_steps(const Verification& verification) {
  Steps steps;
  for (const VerifiedStep& step : verification.steps)
    if (step.result == StepResult::failed) steps.push_back(step.step);
  EXPECT_TRUE(std::ranges::is_sorted(verification.steps, {}, &VerifiedStep::step));
  return steps;
}

TEST(Dispute, SaysWhatItWasGiven) {
  const Disputed disputed;
  const auto view = read_dispute(*read_strict_json(written_document(disputed.dispute)));
  ASSERT_TRUE(view) << view.error();
  EXPECT_EQ(view->issuer, did_of(disputed.agent.public_key()));
  EXPECT_EQ(view->certificate, disputed.certificate["id"]);
  EXPECT_EQ(view->digest, document_digest(disputed.certificate));
  EXPECT_EQ(view->note, "The drill was in the street, not à la maison.");
  EXPECT_EQ(view->valid_from, k_issued + std::chrono::hours(1));
  EXPECT_EQ(view->valid_until - view->valid_from, k_dispute_validity);
}

TEST(Dispute, IsToldFromOtherDocuments) {
  const Disputed disputed;
  EXPECT_TRUE(is_dispute(disputed.dispute));
  EXPECT_FALSE(is_dispute(disputed.certificate));
  EXPECT_FALSE(is_dispute(Json("PreshiftDispute")));
  EXPECT_FALSE(is_approval(disputed.dispute));
  EXPECT_FALSE(read_dispute(disputed.certificate));
  EXPECT_FALSE(read_certificate(disputed.dispute));
}

TEST(Dispute, NamesTheMemberThatIsNotAsItMustBe) {
  const Disputed disputed;
  const auto wrong = [&](const std::string& name, const Json& value) {
    Json changed = disputed.dispute;
    changed["credentialSubject"][name] = value;
    const auto view = read_dispute(changed);
    return view ? std::string() : view.error();
  };
  for (const char* name : {"type", "certificate", "digest", "note"})
    EXPECT_EQ(wrong(name, 5), "credentialSubject." + std::string(name));
  for (const Json& bad : {Json(5), Json::array(), Json(std::vector<int>(k_most_successions + 1))})
    EXPECT_EQ(wrong("successions", bad), "credentialSubject.successions");
  EXPECT_EQ(wrong("note", ""), "credentialSubject.note");
  EXPECT_EQ(wrong("note", std::string(k_longest_note, 'x')), "");
  EXPECT_EQ(wrong("note", std::string(k_longest_note + 1, 'x')), "credentialSubject.note");
  EXPECT_EQ(wrong("note", "clears\x1b[2Jthe screen"), "credentialSubject.note");
}

TEST(Dispute, IsVerifiedBesideItsCertificate) {
  const Disputed disputed;
  Expectations expected = disputed.expectations();
  expected.trusted_issuers = {did_of(disputed.agent.public_key())};
  expected.knows_revoked = true;
  const Verification verification = verify_document(disputed.dispute, expected);
  EXPECT_TRUE(verification.is_valid());
  ASSERT_TRUE(verification.dispute);
  EXPECT_EQ(verification.dispute->digest, document_digest(disputed.certificate));
  EXPECT_EQ(verification.steps.size(), 7U);
  for (const VerifiedStep& step : verification.steps)
    EXPECT_EQ(step.result,
              step.step == VerificationStep::outcome ? StepResult::not_checked : StepResult::passed)
        << to_string(step.step);
}

TEST(Dispute, EachStepFailsAlone) {
  const Disputed disputed;
  const auto failed = [&](auto&& change) {
    Expectations expected = disputed.expectations();
    change(expected);
    return failed_steps(verify_dispute(disputed.dispute, expected));
  };
  EXPECT_EQ(failed([](auto& e) { e.trusted_issuers.emplace(); }), Steps{VerificationStep::issuer});
  EXPECT_EQ(failed([](auto& e) { e.now = k_issued; }), Steps{VerificationStep::dates});
  EXPECT_EQ(failed([](auto& e) { e.now = k_issued + std::chrono::days(3653); }),
            Steps{VerificationStep::dates});
  EXPECT_EQ(failed([&](auto& e) {
              e.knows_revoked = true;
              e.revoked = {disputed.dispute["id"]};
            }),
            Steps{VerificationStep::status});
  EXPECT_EQ(failed([](auto& e) { e.certificate_digest = std::string(64, '0'); }),
            Steps{VerificationStep::certificate});
  Json altered = disputed.dispute;
  altered["credentialSubject"]["note"] = "Nothing.";
  EXPECT_EQ(failed_steps(verify_dispute(altered, disputed.expectations())),
            Steps{VerificationStep::signature});
}

TEST(Dispute, CountsOnlyByTheKeyThatIssuedTheCertificate) {
  const Disputed disputed;
  const Json stranger = signed_dispute(
      {disputed.certificate["id"], document_digest(disputed.certificate), "Not mine to say.", k_issued},
      SigningKey::make());
  const Verification verification = verify_dispute(stranger, disputed.expectations());
  EXPECT_EQ(failed_steps(verification), Steps{VerificationStep::certificate});
  const auto step = std::ranges::find(verification.steps, VerificationStep::certificate, &VerifiedStep::step);
  EXPECT_EQ(step->finding.text.id, "disputed.by_another");
}

/// What `preshift key rotate` has the old key sign.
Json statement(const SigningKey& from, const SigningKey& to) {
  return with_proof({{"format", k_succession_format},
                     {"from", did_of(from.public_key())},
                     {"to", did_of(to.public_key())},
                     {"at", "2027-01-15T08:30:00Z"}},
                    from, k_issued);
}

TEST(Dispute, CountsByAKeyThatFollowsTheCertificatesByItsWord) {
  const Disputed disputed;
  const SigningKey second = SigningKey::make();
  const SigningKey third = SigningKey::make();
  const Json first_word = statement(disputed.agent, second);
  const Json second_word = statement(second, third);
  const auto failed = [&](std::vector<Json> successions, const SigningKey& trusted) {
    Expectations expected = disputed.expectations();
    expected.trusted_issuers = {did_of(trusted.public_key())};
    const Json dispute = signed_dispute({disputed.certificate["id"], document_digest(disputed.certificate),
                                         "I have another key now.", k_issued, std::move(successions)},
                                        third);
    return failed_steps(verify_dispute(dispute, expected));
  };
  EXPECT_EQ(failed({first_word, second_word}, disputed.agent), Steps{});
  EXPECT_EQ(failed({first_word, second_word}, third), Steps{});
  EXPECT_EQ(failed({first_word, second_word}, SigningKey::make()), Steps{VerificationStep::issuer});
  EXPECT_EQ(failed({second_word, first_word}, third), Steps{VerificationStep::certificate});
  EXPECT_EQ(failed({second_word}, third), Steps{VerificationStep::certificate});
  EXPECT_EQ(failed({}, third), Steps{VerificationStep::certificate});
  Json forged = statement(third, third);
  forged["from"] = did_of(disputed.agent.public_key());
  EXPECT_EQ(failed({forged}, third), Steps{VerificationStep::certificate});
}

TEST(Dispute, DoesNotPassInPlaceOfACheck) {
  const Disputed disputed;
  const auto failed = [&](auto&& change) {
    Expectations expected;
    expected.now = k_issued + std::chrono::days(1);
    change(expected);
    return failed_steps(verify_document(disputed.dispute, expected));
  };
  EXPECT_EQ(failed([](auto&) {}), Steps{VerificationStep::outcome});
  EXPECT_EQ(failed([](auto& e) { e.wants_cleared = false; }), Steps{});
  EXPECT_EQ(failed([](auto& e) {
              e.wants_cleared = false;
              e.nonce = "N1";
              e.agent_id = "A17";
              e.profile_digest = std::string(64, '0');
              e.room_digest = std::string(64, '0');
              e.employers.emplace();
            }),
            (Steps{VerificationStep::profile, VerificationStep::nonce, VerificationStep::agent,
                   VerificationStep::room, VerificationStep::onboarding}));
}

TEST(Dispute, OfUnknownFormIsStillVerifiedAsFarAsItGoes) {
  const Disputed disputed;
  Json damaged = disputed.dispute;
  damaged["credentialSubject"].erase("note");
  const Verification verification = verify_document(damaged, disputed.expectations());
  EXPECT_EQ(failed_steps(verification), (Steps{VerificationStep::form, VerificationStep::signature}));
  EXPECT_EQ(verification.steps.front().finding.text.id, "form.no_dispute");
  EXPECT_FALSE(verification.dispute);
}

TEST(Dispute, EveryWordOfItIsInTheContext) {
  const Disputed disputed;
  const Json context = Json::parse(certificate_context())["@context"];
  const Json dispute = signed_dispute({"urn:uuid:0", "0", "x", k_issued, {Json::object()}}, disputed.agent);
  for (const auto& [name, value] : dispute["credentialSubject"].items())
    EXPECT_TRUE(name == "type" || context.contains(name)) << name;
  for (const char* type : {"PreshiftDispute", "Dispute"}) EXPECT_TRUE(context.contains(type)) << type;
}

}  // namespace
}  // namespace preshift
