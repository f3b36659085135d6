#include "authoring_examples.hpp"
#include "lint_report.hpp"
#include "shipped_profiles.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace preshift {
namespace {

using Kinds = std::vector<std::string>;

const std::string k_clean = profile_with("measure: sound.laeq\n    at_most: 45 dB(A)");

std::string clean_with(std::string_view old_part, std::string_view new_part) {
  std::string yaml = k_clean;
  const std::size_t at = yaml.find(old_part);
  if (at == std::string::npos) {
    ADD_FAILURE() << "not in the profile: " << old_part;
    return yaml;
  }
  return yaml.replace(at, old_part.size(), new_part);
}

TEST(Lint, FindsNothingInShippedProfiles) {
  for (const ShippedProfile& shipped : shipped_profiles())
    EXPECT_TRUE(lint(inspect_profile(std::string(shipped.name))).empty()) << shipped.name;
  EXPECT_EQ(kinds_in(k_clean), Kinds{});
}

TEST(Lint, WarnsOfWhatIsHardlyMeant) {
  EXPECT_EQ(kinds_in(clean_with("fr: Tout est calme", "fr: It is quiet")), Kinds{"5:5 lint.not_translated"});
  EXPECT_EQ(kinds_in(clean_with("requirement: quiet", "requirement: quite")),
            Kinds{"5:5 lint.requirement_near"});
  EXPECT_EQ(kinds_in(clean_with("requirement: quiet", "requirement: ergonomics")), Kinds{});
  EXPECT_EQ(kinds_in(clean_with("severity: required", "severity: advisory")),
            Kinds{"0:0 lint.nothing_required"});
}

TEST(Lint, LooksAtQuestionsToo) {
  const std::string manual = "manual: {question: {en: Is it locked?, fr: ";
  EXPECT_EQ(kinds_in(profile_with(manual + "Est-ce fermé ?}}")), Kinds{});
  EXPECT_EQ(kinds_in(profile_with(manual + "Is it locked?}}")), Kinds{"5:5 lint.not_translated"});
}

TEST(Lint, LooksAtTheProfilesTitleAndAtParametersToo) {
  const auto with_description = [](std::string_view french) {
    return profile_with("measure: sound.laeq\n    at_most: $loud") + "parameters:\n  loud:\n" +
           "    description: {en: Loudest noise, fr: " + std::string(french) + "}\n    unit: dB(A)\n" +
           "    range: [1 dB(A), 90 dB(A)]\n    default: 45 dB(A)\n";
  };
  EXPECT_EQ(kinds_in(with_description("Bruit maximal")), Kinds{});
  EXPECT_EQ(kinds_in(with_description("Loudest noise")), Kinds{"14:3 lint.not_translated"});
  EXPECT_EQ(kinds_in(clean_with("title: {en: Night, fr: Nuit}", "title: {en: By night, fr: By night}")),
            Kinds{"3:1 lint.not_translated"});
  std::string with_another_mistake = with_description("Loudest noise");
  with_another_mistake.replace(with_another_mistake.find("required"), 8, "requird");
  EXPECT_EQ(kinds_in(with_another_mistake), (Kinds{"7:15 rule.severity_near", "14:3 lint.not_translated"}));
}

TEST(Lint, TakesOneReadingForAllThatIsWrong) {
  std::string yaml = clean_with("title: {en: It is quiet, fr: Tout est calme}", "title: {en: It is quiet}");
  yaml +=
      "    at_mots: 3\n"                                               // line 13
      "    at_mots: 3\n"                                               // line 14
      "  - id: quiet.others\n"                                         // line 15
      "    requirement: quiet\n"                                       // line 16
      "    severity: required\n"                                       // line 17
      "    title: {en: Nobody else speaks, fr: Nobody else speaks}\n"  // line 18
      "    rationale: {en: Heard, fr: On entend}\n"                    // line 19
      "    remedy: {en: Hush, fr: Chut}\n"                             // line 20
      "    measure: voice.others\n"                                    // line 21
      "    at_most: 100 %\n"                                           // line 22
      "parameters:\n"                                                  // line 23
      "  left:\n"                                                      // line 24
      "    description: {en: Left over, fr: De reste}\n"               // line 25
      "    unit: dB\n"                                                 // line 26
      "    range: [1 dB, 9 dB]\n"                                      // line 27
      "    default: 5 dB\n";                                           // line 28
  EXPECT_EQ(kinds_in(yaml),
            (Kinds{"8:12 translations.no_french", "13:5 key.unknown_near", "14:5 yaml.duplicate_key",
                   "14:5 key.unknown_near", "15:5 lint.not_translated", "15:5 lint.always",
                   "24:3 parameter.no_effect"}));
}

TEST(Lint, DoesNotJudgeAWrongCondition) {
  EXPECT_EQ(kinds_in(clean_with("45 dB(A)", "45 dBFS")).size(), 1);
  EXPECT_EQ(kinds_in(clean_with("sound.laeq", "voice.othres")).size(), 1);
}

TEST(Lint, KeepsAParameterThatAWrongRuleMentions) {
  const std::string parameters =
      "parameters:\n  loud:\n    description: {en: Loudest, fr: Maximum}\n    unit: dB(A)\n"
      "    range: [1 dB(A), 90 dB(A)]\n    default: 45 dB(A)\n";
  const std::string yaml = clean_with("45 dB(A)", "$loud\n    at_mots: 1") + parameters;
  EXPECT_EQ(kinds_in(yaml), Kinds{"13:5 key.unknown_near"});
}

TEST(LintReport, TextBeginsEachLineWithThePlace) {
  const Findings findings = lint_of(clean_with("45 dB(A)", "45 dBA"));
  ASSERT_EQ(findings.size(), 1);
  const std::string text = lint_text({"x.yaml"}, findings, {});
  EXPECT_TRUE(text.starts_with("x.yaml:12:14: error: ")) << text;
  EXPECT_EQ(text.find("x.yaml", 1), std::string::npos) << "the place is there once: " << text;
  EXPECT_TRUE(text.ends_with("Errors: 1. Warnings: 0.\n")) << text;
  EXPECT_EQ(lint_text({"x.yaml"}, {}, {Language::french}), "Aucun problème trouvé dans x.yaml.\n");
}

TEST(LintReport, JsonCountsAndPlaces) {
  const auto json = nlohmann::json::parse(
      lint_json({"x.yaml"}, lint_of(clean_with("at_most", "at_mots")), Language::french));
  EXPECT_EQ(json["format"], "preshift-lint/1");
  EXPECT_EQ(json["warnings"], 0);
  EXPECT_EQ(json["errors"], json["findings"].size());
  EXPECT_EQ(json["findings"].back()["line"], 12);
  EXPECT_EQ(json["findings"].back()["column"], 5);
  EXPECT_EQ(json["findings"].back()["kind"], "key.unknown") << "one kind, whether a word was near or not";
}

TEST(LintReport, SarifHasARuleForEachKind) {
  const Findings findings = lint_of(clean_with("fr: Tout est calme", "fr: It is quiet"));
  const auto run = nlohmann::json::parse(lint_sarif(findings, 3, Language::english))["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["id"], "lint.not_translated");
  EXPECT_EQ(run["results"][0]["ruleId"], "lint.not_translated");
  EXPECT_EQ(run["results"][0]["level"], "warning");
  EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
}

}  // namespace
}  // namespace preshift
