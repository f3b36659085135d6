#include "profile_examples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace preshift {
namespace {

using testing::StartsWith;

TEST(ProfileRefusal, NamesAnUnknownKeyAndTheOneMeant) {
  EXPECT_EQ(refusal_with("at_most", "at_mots"),
            "x.yaml:12:5: unknown key 'at_mots'. Did you mean 'at_most'?");
  EXPECT_EQ(refusal_with("version", "versoin"), "x.yaml:2:1: unknown key 'versoin'. Did you mean 'version'?");
}

TEST(ProfileRefusal, ListsTheKnownKeysWhenNoneIsNear) {
  EXPECT_EQ(refusal_with("version: 3", "colour: 3"),
            "x.yaml:2:1: unknown key 'colour'. Known here: profile, version, title, extends, decision, "
            "guard_band, facts, parameters, rules, override, skip, shift, onboarding_valid_for.");
  EXPECT_EQ(refusal_with("fr: Calme", "fr: Calme, de: Ruhe"),
            "x.yaml:8:35: unknown key 'de'. Known here: en, fr.");
}

TEST(ProfileRefusal, NamesEveryMissingKey) {
  const struct {
    const char* line;
    const char* message;
  } cases[] = {
      {"profile: night\n", "x.yaml:1:1: the key 'profile' is missing here. Add it."},
      {"version: 3\n", "x.yaml:1:1: the key 'version' is missing here. Add it."},
      {"title: {en: Night, fr: Nuit}\n", "x.yaml:1:1: the key 'title' is missing here. Add it."},
      {"    requirement: quiet\n", "x.yaml:5:5: the key 'requirement' is missing here. Add it."},
      {"    severity: required\n", "x.yaml:5:5: the key 'severity' is missing here. Add it."},
      {"    title: {en: Quiet, fr: Calme}\n", "x.yaml:5:5: the key 'title' is missing here. Add it."},
      {"    rationale: {en: Because, fr: Parce que}\n",
       "x.yaml:5:5: the key 'rationale' is missing here. Add it."},
      {"    remedy: {en: Hush, fr: Chut}\n", "x.yaml:5:5: the key 'remedy' is missing here. Add it."},
      {"    measure: sound.laeq\n", "x.yaml:5:5: the key 'measure' is missing here. Add it."},
  };
  for (const auto& missing : cases) EXPECT_EQ(refusal_with(missing.line, ""), missing.message);
  EXPECT_EQ(refusal_with("id: quiet.noise\n    ", ""), "x.yaml:5:5: the key 'id' is missing here. Add it.");
  EXPECT_EQ(refusal_of("profile: night\nversion: 3\ntitle: {en: Night, fr: Nuit}\n"),
            "x.yaml:1:1: the key 'rules' is missing here. Add it.");
}

TEST(ProfileRefusal, WantsAProfileToBeAGroupOfKeys) {
  for (const char* yaml : {"hello", "- a\n", "[1, 2]", "'quoted'"}) {
    EXPECT_THAT(refusal_of(yaml), StartsWith("x.yaml:1:1: a profile is a group of keys")) << yaml;
  }
}

TEST(ProfileRefusal, WantsTextsToBeTexts) {
  EXPECT_EQ(refusal_with("profile: night", "profile: [night]"),
            "x.yaml:1:10: 'profile' must be a text, not a list or a group of keys.");
  EXPECT_EQ(refusal_with("en: Hush", "en: {a: b}"),
            "x.yaml:10:18: 'remedy.en' must be a text, not a list or a group of keys.");
  EXPECT_EQ(refusal_with("measure: sound.laeq", "measure: {a: b}"),
            "x.yaml:11:14: 'measure' must be a text, not a list or a group of keys.");
  EXPECT_EQ(refusal_with("45 dB(A)", "[45 dB(A)]"),
            "x.yaml:12:14: 'at_most' must be a text, not a list or a group of keys.");
}

TEST(ProfileRefusal, WantsTextsToSaySomething) {
  EXPECT_EQ(refusal_with("id: quiet.noise", "id: ''"), "x.yaml:5:9: 'id' is empty. Fill it in.");
  EXPECT_EQ(refusal_with("fr: Chut", "fr: ' '"), "x.yaml:10:28: 'remedy.fr' is empty. Fill it in.");
  EXPECT_EQ(refusal_with("en: Because", "en: ~"), "x.yaml:9:21: 'rationale.en' is empty. Fill it in.");
  EXPECT_EQ(refusal_with("at_most: 45 dB(A)", "at_most: ''"),
            "x.yaml:12:14: 'at_most' is empty. Fill it in.");
}

TEST(ProfileRefusal, WantsBothLanguages) {
  EXPECT_EQ(refusal_with(", fr: Chut", ""), "x.yaml:10:13: 'remedy' has no French text. Add 'fr: ...'.");
  EXPECT_EQ(refusal_with("en: Hush, ", ""), "x.yaml:10:13: 'remedy' has no English text. Add 'en: ...'.");
  EXPECT_EQ(refusal_with("{en: Hush, fr: Chut}", "Hush"),
            "x.yaml:10:13: 'remedy' needs both languages. Write it as {en: ..., fr: ...}.");
  EXPECT_EQ(refusal_with(", fr: Nuit", ""), "x.yaml:3:8: 'title' has no French text. Add 'fr: ...'.");
}

TEST(ProfileRefusal, WantsAVersionThatIsAWholeNumberFromOne) {
  for (const char* version :
       {"0", "-1", "1.5", "one", "1000000", "99999999999999999999", "'3'", "3 a", "0x1"}) {
    EXPECT_THAT(refusal_with("version: 3", "version: " + std::string(version)), StartsWith("x.yaml:2:10: '"))
        << version;
  }
  EXPECT_EQ(refusal_with("version: 3", "version: 1.5"),
            "x.yaml:2:10: '1.5' is not a version. Write a whole number from 1 to 999999, without quotes.");
}

TEST(ProfileRefusal, WantsAPlainProfileName) {
  EXPECT_EQ(refusal_with("profile: night", "profile: Night Shift"),
            "x.yaml:1:10: 'Night Shift' is not a profile name. Use lower-case words joined by '-', such as "
            "'night-shift'.");
}

TEST(ProfileRefusal, WantsRulesToBeAListThatIsNotEmpty) {
  const std::string head = "profile: night\nversion: 3\ntitle: {en: Night, fr: Nuit}\n";
  const std::string none =
      ": the profile has no rules, and nothing is cleared by no rules. Add at least one.";
  EXPECT_EQ(refusal_of(head + "rules: []\n"), "x.yaml:4:8" + none);
  EXPECT_EQ(refusal_of(head + "rules: ~\n"), "x.yaml:4:8" + none);
  EXPECT_THAT(refusal_of(head + "rules: {a: b}\n"), StartsWith("x.yaml:4:8: 'rules' must be a list"));
  EXPECT_THAT(refusal_of(head + "rules: all\n"), StartsWith("x.yaml:4:8: 'rules' must be a list"));
  EXPECT_THAT(refusal_of(head + "rules:\n  - quiet\n"), StartsWith("x.yaml:5:5: a rule is a group of keys"));
  EXPECT_THAT(refusal_of(head + "rules:\n  - [quiet]\n"),
              StartsWith("x.yaml:5:5: a rule is a group of keys"));
}

TEST(ProfileRefusal, WantsAPlainRuleId) {
  for (const char* id : {"Quiet", "quiet noise", "quiet..noise", ".quiet", "quiet.", "-a", "1a",
                         "quiet_noise", "été", "a/b"}) {
    EXPECT_EQ(refusal_with("quiet.noise", id), "x.yaml:5:9: '" + std::string(id) +
                                                   "' is not a rule id. Use lower-case words joined by '.' "
                                                   "or '-', such as 'quiet.background-noise'.");
  }
  EXPECT_THAT(refusal_with("quiet.noise", std::string(65, 'a')), StartsWith("x.yaml:5:9: 'aaa"));
  EXPECT_EQ(refusal_with("quiet.noise", std::string(64, 'a')), "");
}

TEST(ProfileRefusal, WantsAnIdForEachRule) {
  const std::string_view rule = k_night_profile.substr(k_night_profile.find("  - id"));
  EXPECT_EQ(
      refusal_of(std::string(k_night_profile) + std::string(rule)),
      "x.yaml:13:9: the rule 'quiet.noise' is already there, on line 5. Give each rule an id of its own.");
}

TEST(ProfileRefusal, WantsARequirementInLowerCaseWords) {
  EXPECT_EQ(refusal_with("requirement: quiet", "requirement: Quiet"),
            "x.yaml:6:18: 'Quiet' is not a requirement's name. Use lower-case words joined by '-', such as "
            "'quiet'.");
  EXPECT_EQ(refusal_with("requirement: quiet", "requirement: house-rules"), "");
}

TEST(ProfileRefusal, WantsAKnownSeverity) {
  EXPECT_EQ(refusal_with("severity: required", "severity: requierd"),
            "x.yaml:7:15: unknown severity 'requierd'. Did you mean 'required'?");
  EXPECT_EQ(refusal_with("severity: required", "severity: high"),
            "x.yaml:7:15: unknown severity 'high'. There are: required, advisory, informational.");
}

TEST(ProfileRefusal, WantsAKnownMeasure) {
  EXPECT_EQ(refusal_with("sound.laeq", "sound.leaq"),
            "x.yaml:11:14: unknown measure 'sound.leaq'. Did you mean 'sound.laeq'?");
  EXPECT_THAT(refusal_with("sound.laeq", "temperature"),
              StartsWith("x.yaml:11:14: unknown measure 'temperature'. There are: sound.laeq, "));
}

TEST(ProfileRefusal, PlacesAProblemWithALimitAtItsValue) {
  EXPECT_EQ(refusal_with("45 dB(A)", "45"),
            "x.yaml:12:14: '45' has no unit, and sound.laeq is limited in dB(A). Write it as in '45 dB(A)'.");
  EXPECT_THAT(refusal_with("45 dB(A)", "-40 dBFS"),
              StartsWith("x.yaml:12:14: '-40 dBFS' is relative to what"));
  EXPECT_THAT(refusal_with("45 dB(A)", "45,5 dB(A)"), StartsWith("x.yaml:12:14: '45,5 dB(A)' has a comma"));
}

TEST(ProfileRefusal, IsSaidInFrenchToo) {
  EXPECT_EQ(refusal_of(night_profile_with("at_most", "at_mots"), Language::french),
            "x.yaml:12:5 : clé inconnue « at_mots ». Vouliez-vous dire « at_most » ?");
  EXPECT_EQ(refusal_of(night_profile_with("45 dB(A)", "45"), Language::french),
            "x.yaml:12:14 : « 45 » n'a pas d'unité, et sound.laeq se limite en dB(A). Écrivez comme dans « "
            "45 dB(A) ».");
}

}  // namespace
}  // namespace preshift
