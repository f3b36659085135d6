#include "certificate.hpp"

#include "canonical_json.hpp"
#include "certificate_view.hpp"
#include "made_certificate.hpp"
#include "pseudonym.hpp"
#include "strict_json.hpp"
#include "vocabulary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace preshift {
namespace {

using ::testing::HasSubstr;
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

TEST(Certificate, IsNamedByItsDigestInAnySpelling) {
  const Json document = signed_certificate(testing::made_contents(), signing_key());
  EXPECT_EQ(document_digest(*read_strict_json(canonical_json(document))), document_digest(document));
  EXPECT_NE(document_digest(signed_certificate(testing::made_contents(), signing_key())),
            document_digest(document));
}

TEST(Vocabulary, EveryWordOfACertificateIsInTheContext) {
  CertificateContents contents = testing::made_contents();
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
