#include "certificate.hpp"

#include "canonical_json.hpp"
#include "certificate_view.hpp"
#include "made_certificate.hpp"
#include "pseudonym.hpp"
#include "strict_json.hpp"
#include "utc_time.hpp"
#include "vocabulary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using testing::k_issued;
using ::testing::Not;

const SigningKey& signing_key() {
  static const SigningKey key = SigningKey::make();
  return key;
}

/// Every name of a member, at any depth.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the document
void collect_names(const Json& value, std::set<std::string>& into) {
  if (value.is_object())
    for (const auto& [name, each] : value.items()) into.insert(name);
  if (value.is_structured())
    for (const Json& each : value) collect_names(each, into);
}

TEST(Certificate, SaysWhatItWasGiven) {
  const CertificateContents contents = testing::made_contents();
  const auto view =
      read_certificate(*read_strict_json(written_document(signed_certificate(contents, signing_key()))));
  ASSERT_TRUE(view) << view.error();
  EXPECT_EQ(view->issuer, did_of(signing_key().public_key()));
  EXPECT_EQ(view->valid_from, contents.issued_at);
  EXPECT_EQ(view->valid_until, contents.expires_at);
  EXPECT_EQ(view->kind, CertificateKind::pre_shift);
  EXPECT_EQ(view->outcome, Outcome::cleared);
  EXPECT_EQ(view->assurance, Assurance::challenged);
  EXPECT_EQ(view->profile, "standard");
  EXPECT_EQ(view->profile_version, contents.evaluation.version);
  EXPECT_EQ(view->profile_digest, contents.profile_digest);
  EXPECT_EQ(view->nonce, "a-nonce");
  EXPECT_EQ(view->agent_id, "agent-17");
  EXPECT_TRUE(view->system_calls_confined);
  ASSERT_EQ(view->devices.size(), 2U);
  EXPECT_TRUE(view->devices[0].is_live);
  ASSERT_EQ(view->rules.size(), contents.evaluation.rules.size());
  EXPECT_EQ(view->rules[0].rule, contents.evaluation.rules[0].rule.id);
  EXPECT_EQ(view->rules[0].result, to_string(contents.evaluation.rules[0].result));
}

TEST(Certificate, HoldsEachMeasurementWithUnitUncertaintyAndLimit) {
  CertificateContents contents = testing::made_contents();
  MeasureEvaluation leaf{{"sound.laeq", Limit{Comparison::at_most, 45, "dB(A)"}},
                         quantity("sound.laeq", "dB(A)", 41.5, 2.25)};
  contents.evaluation.rules[0].condition = {RuleResult::pass, std::nullopt, leaf};
  const Json document = signed_certificate(contents, signing_key());
  const Json judged{{"measure", "sound.laeq"},
                    {"value", 41.5},
                    {"unit", "dB(A)"},
                    {"uncertainty", 2.25},
                    {"limit", {{"atMost", 45.0}, {"unit", "dB(A)"}}},
                    {"result", "pass"}};
  EXPECT_EQ(document["credentialSubject"]["results"][0]["judged"], judged);
}

/// The standard profile in a loud room, with these waivers at the site Lille.
CertificateContents waived_contents(const std::vector<Waiver>& waivers) {
  CertificateContents contents = testing::made_contents();
  const Measurements loud{quantity("sound.laeq", "dB(A)", 62, 1)};
  contents.evaluation = evaluate(*shipped_profile("standard"), loud,
                                 {{{"site", "Lille"}, {"agent", "A17"}}, waivers, {}, k_issued});
  contents.site = "Lille";
  return contents;
}

/// Of the background noise's rule, for the site Lille, until an hour after the check.
Waiver made_waiver() {
  Waiver waiver;
  waiver.rule = "quiet.background-noise";
  waiver.site = "Lille";
  waiver.justification = "Building works next door";
  waiver.approver = "C. Moreau, operations";
  waiver.until = k_issued + std::chrono::hours(1);
  return waiver;
}

TEST(Certificate, TellsTheSiteAndTheWaiversThatDecided) {
  Waiver expired = made_waiver();
  expired.from = k_issued - std::chrono::hours(2);
  expired.until = k_issued - std::chrono::hours(1);
  const Json document = signed_certificate(waived_contents({expired, made_waiver()}), signing_key());
  const Json& subject = document["credentialSubject"];
  EXPECT_EQ(subject["site"], "Lille");
  ASSERT_EQ(subject["waivers"].size(), 2U);
  const Json counting{{"rule", "quiet.background-noise"},
                      {"state", "counts"},
                      {"approvedBy", "C. Moreau, operations"},
                      {"justification", "Building works next door"},
                      {"until", to_utc_text(k_issued + std::chrono::hours(1))}};
  EXPECT_EQ(subject["waivers"][0], counting);
  EXPECT_EQ(subject["waivers"][1]["state"], "expired");
  EXPECT_EQ(subject["waivers"][1]["from"], to_utc_text(expired.from));
  const auto view = read_certificate(document);
  ASSERT_TRUE(view) << view.error();
  EXPECT_EQ(view->site, "Lille");
  ASSERT_EQ(view->waivers.size(), 2U);
  EXPECT_EQ(view->waivers[0].state, WaiverState::counts);
  EXPECT_FALSE(view->waivers[0].from);
  EXPECT_EQ(view->waivers[0].until, k_issued + std::chrono::hours(1));
  EXPECT_EQ(view->waivers[1].from, expired.from);
  for (const CertifiedRule& rule : view->rules)
    EXPECT_EQ(rule.is_waived, rule.rule == "quiet.background-noise") << rule.rule;
}

TEST(Certificate, TellsNoWaiverOfSomebodyElse) {
  Waiver other_site = made_waiver();
  other_site.site = "Nantes";
  Waiver other_agent = made_waiver();
  other_agent.agent = "B2";
  Waiver early = made_waiver();
  early.from = k_issued + std::chrono::minutes(1);
  const Json document = signed_certificate(waived_contents({other_site, other_agent, early}), signing_key());
  EXPECT_FALSE(document["credentialSubject"].contains("waivers"));
  const auto view = read_certificate(document);
  ASSERT_TRUE(view) << view.error();
  EXPECT_TRUE(view->waivers.empty());
}

TEST(Certificate, CutsALongJustificationBetweenCharacters) {
  Waiver waiver = made_waiver();
  waiver.justification = "x" + std::string(498, 'y') + "\u00e9 and more";
  waiver.until = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31) + std::chrono::hours(24);
  const auto view = read_certificate(signed_certificate(waived_contents({waiver}), signing_key()));
  ASSERT_TRUE(view) << view.error();
  EXPECT_EQ(view->waivers[0].justification, "x" + std::string(498, 'y'));
  EXPECT_EQ(to_utc_text(view->waivers[0].until), "9999-12-31T23:59:59Z");
}

TEST(Certificate, AWaiverThatItDoesNotBearOutIsRefused) {
  const Json good = signed_certificate(waived_contents({made_waiver()}), signing_key());
  const auto wrong = [&](const std::string& pointer, const Json& value) {
    Json changed = good;
    changed["credentialSubject"][Json::json_pointer(pointer)] = value;
    const auto view = read_certificate(changed);
    return view ? std::string() : view.error();
  };
  const std::string first = "credentialSubject.waivers[0].";
  EXPECT_EQ(wrong("/waivers/0/state", "expired"), "credentialSubject.waivers");
  EXPECT_EQ(wrong("/waivers/0/state", "other_site"), first + "state");
  EXPECT_EQ(wrong("/waivers/0/rule", "quiet.no-child"), "credentialSubject.waivers");
  EXPECT_EQ(wrong("/waivers/0/justification", std::string(501, 'x')), first + "justification");
  EXPECT_EQ(wrong("/waivers/0/approvedBy", ""), first + "approvedBy");
  EXPECT_EQ(wrong("/waivers/0/until", "tomorrow"), first + "until");
  EXPECT_EQ(wrong("/waivers/0/from", 5), first + "from");
  EXPECT_EQ(wrong("/waivers", "none"), "credentialSubject.waivers");
  EXPECT_EQ(wrong("/site", "12 rue de la Paix"), "credentialSubject.site");
}

TEST(Certificate, NeverRepeatsTheWordsOfAReason) {
  const std::string text = written_document(signed_certificate(testing::made_contents(), signing_key()));
  EXPECT_THAT(text, HasSubstr("reason.id"));
  EXPECT_THAT(text, Not(HasSubstr("a device's name")));
}

TEST(Certificate, TheLevelOfAssuranceFollowsFromWhatItHolds) {
  CertificateContents contents = testing::made_contents();
  const auto level = [&] { return read_certificate(signed_certificate(contents, signing_key()))->assurance; };
  EXPECT_EQ(level(), Assurance::challenged);
  contents.onboarding =
      OnboardingReference{"urn:uuid:0", std::string(64, 'b'), did_of(signing_key().public_key())};
  EXPECT_EQ(level(), Assurance::approved);
  contents.onboarding.reset();
  contents.nonce.reset();
  EXPECT_EQ(level(), Assurance::self_asserted);
}

TEST(Certificate, ALevelThatItDoesNotBearOutIsRefused) {
  Json document = signed_certificate(testing::made_contents(), signing_key());
  document["credentialSubject"]["assurance"] = "approved";
  const auto view = read_certificate(document);
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error(), "credentialSubject.assurance");
}

TEST(Certificate, NamesTheMemberThatIsMissing) {
  const Json good = signed_certificate(testing::made_contents(), signing_key());
  for (const char* path :
       {"/@context", "/id", "/type", "/issuer", "/validFrom", "/validUntil", "/credentialSubject",
        "/credentialSubject/type", "/credentialSubject/kind", "/credentialSubject/outcome",
        "/credentialSubject/assurance", "/credentialSubject/profile/digest",
        "/credentialSubject/profile/version", "/credentialSubject/tool/toolVersion",
        "/credentialSubject/results/0/rule", "/credentialSubject/results/0/judged",
        "/credentialSubject/devices/0/live", "/credentialSubject/devices/0/sensor",
        "/credentialSubject/confinement/systemCalls"}) {
    const Json::json_pointer pointer{std::string(path)};
    Json changed = good;
    changed.at(pointer.parent_pointer()).erase(pointer.back());
    const auto view = read_certificate(changed);
    ASSERT_FALSE(view) << path;
    changed = good;
    changed.at(pointer) = Json::array({nullptr});
    EXPECT_FALSE(read_certificate(changed)) << path;
  }
}

TEST(Certificate, IsTheSameAgainWhenItIsGivenItsName) {
  CertificateContents contents = testing::made_contents();
  contents.id = "urn:uuid:6c37027d-2123-4c30-901f-44eefdcff701";
  const Json document = signed_certificate(contents, signing_key());
  EXPECT_EQ(document["id"], contents.id);
  EXPECT_EQ(document_digest(signed_certificate(contents, signing_key())), document_digest(document));
}

TEST(Certificate, IsNamedByItsDigestInAnySpelling) {
  const Json document = signed_certificate(testing::made_contents(), signing_key());
  EXPECT_EQ(document_digest(*read_strict_json(canonical_json(document))), document_digest(document));
  EXPECT_NE(document_digest(signed_certificate(testing::made_contents(), signing_key())),
            document_digest(document));
}

TEST(Vocabulary, EveryWordOfACertificateIsInTheContext) {
  Waiver waiver = made_waiver();
  waiver.from = k_issued - std::chrono::hours(1);
  CertificateContents contents = waived_contents({waiver});
  contents.room_digest = std::string(64, 'c');
  contents.onboarding = OnboardingReference{"urn:uuid:0", std::string(64, 'b'), "did:key:z"};
  contents.sensors.front().doubt = Message{};
  std::set<std::string> used;
  collect_names(signed_certificate(contents, signing_key())["credentialSubject"], used);
  const Json context = Json::parse(certificate_context());
  for (const std::string& name : used)
    EXPECT_TRUE(name == "type" || context["@context"].contains(name)) << name;
  EXPECT_TRUE(read_strict_json(certificate_context()));
  EXPECT_TRUE(read_strict_json(certificate_schema()));
}

TEST(Pseudonym, IsTheSameForTheSameDeviceOfTheSameComputer) {
  SourceOpened source;
  source.name = "Headset";
  source.host_api = "ALSA";
  const std::string salt = "0123456789abcdef";
  const auto pseudonym = [](const std::string& with, const SourceOpened& of) {
    return device_pseudonym({reinterpret_cast<const std::uint8_t*>(with.data()), with.size()}, of);
  };
  EXPECT_EQ(pseudonym(salt, source).size(), 32U);
  EXPECT_EQ(pseudonym(salt, source), pseudonym(salt, source));
  EXPECT_NE(pseudonym(salt, source), pseudonym("another salt", source));
  SourceOpened other = source;
  other.name = "Headset 2";
  EXPECT_NE(pseudonym(salt, source), pseudonym(salt, other));
  other = source;
  other.sensor = Sensor::camera;
  EXPECT_NE(pseudonym(salt, source), pseudonym(salt, other));
}

TEST(Pseudonym, AnAgentIsNoNameAndNoAddress) {
  for (const char* good : {"a", "agent-17", "EMP_0042", "urn:x:1.2"}) EXPECT_TRUE(is_agent_id(good)) << good;
  for (const char* bad : {"", "Jeanne Dupont", "jeanne@example.org", "Zoé", "a\n"})
    EXPECT_FALSE(is_agent_id(bad)) << bad;
  EXPECT_FALSE(is_agent_id(std::string(65, 'a')));
}

TEST(Pseudonym, ANonceIsVisible) {
  EXPECT_TRUE(is_nonce("q1w2+/=!"));
  for (const char* bad : {"", "a b", "a\t", "é"}) EXPECT_FALSE(is_nonce(bad)) << bad;
  EXPECT_FALSE(is_nonce(std::string(129, 'a')));
}

}  // namespace
}  // namespace preshift
