#include "check_json.hpp"
#include "check_text.hpp"
#include "sensing_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace preshift {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

Rule rule(const char* id, const char* requirement, const char* measure, Criterion criterion) {
  Rule rule;
  rule.id = id;
  rule.requirement = requirement;
  rule.title = {std::string("title ") + id, std::string("titre ") + id};
  rule.rationale = {"rationale", "raison"};
  rule.remedy = {std::string("mend ") + id, std::string("corriger ") + id};
  auto& leaf = std::get<MeasureCondition>(rule.condition.node);
  leaf.measure = measure;
  leaf.criterion = std::move(criterion);
  return rule;
}

/// A quiet room whose door is not known and in which two people were seen.
CheckReport sample_report() {
  Profile profile;
  profile.name = "standard";
  profile.version = 3;
  profile.rules = {rule("noise", "quiet", "sound.laeq", Limit{Comparison::at_most, 45, "dB(A)"}),
                   rule("door", "closed", "door.state", AllowedWords{{"closed"}}),
                   rule("alone", "separate", "people.count", Limit{Comparison::at_most, 1, "person"})};
  CheckReport report;
  report.measurements = {quantity("sound.laeq", "dB(A)", 35.2, 5.1),
                         unknown("door.state", "", {sensing_text("door.not_enrolled"), {}}),
                         quantity("people.count", "person", 2, 0)};
  report.evaluation = evaluate(profile, report.measurements);
  report.sources = {{Sensor::microphone, true, "Mic\x1b[2J", "ALSA", 48000, 1}};
  report.confined = Confined{true, true, ""};
  return report;
}

/// The text with every run of blanks and line breaks as one blank, so that a test does not depend on the
/// wrapping.
std::string unwrapped(const std::string& text) {
  std::string joined;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || (!joined.empty() && joined.back() != ' ')) joined += blank ? ' ' : c;
  }
  return joined;
}

std::string english(const CheckReport& report) {
  return unwrapped(check_text_report(report, {Language::english, false, 80}));
}

TEST(CheckText, ShowsValueLimitAndRemedy) {
  const std::string text = english(sample_report());
  EXPECT_THAT(text, HasSubstr("✔ title noise: pass"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "Measured: background noise, average level (LAeq): 35.2 ± 5.1 dB(A). Limit: at most 45 dB(A)."));
  EXPECT_THAT(text, HasSubstr("✘ title alone: fail"));
  EXPECT_THAT(
      text, HasSubstr("Measured: people in view (the most that stayed): 2 people. Limit: at most 1 person."));
  EXPECT_THAT(text, HasSubstr("What to do: mend alone"));
  EXPECT_THAT(text, Not(HasSubstr("mend noise"))) << "a pass needs no remedy";
}

TEST(CheckText, ShowsTheNoteBesideTheValue) {
  CheckReport report = sample_report();
  for (RuleEvaluation& rule : report.evaluation.rules)
    if (auto* leaf = std::get_if<MeasureEvaluation>(&rule.condition.node))
      leaf->measured.note = Message{sensing_text("people.seen_for"), {2.0, 3.5}};
  EXPECT_THAT(english(report), HasSubstr("2 people seen for 3.5 s"));
}

TEST(CheckText, SaysWhyARuleIsUnknown) {
  EXPECT_THAT(english(sample_report()), HasSubstr("Why: this room is not known to Preshift yet"));
}

TEST(CheckText, SaysWhatWouldMakeAMeasureKnownInsteadOfBlamingTheRoom) {
  CheckReport report = sample_report();
  auto& people = report.evaluation.rules.at(2);
  people.result = RuleResult::unknown;
  people.reason = Message{sensing_text("scene.dark"), {}};
  const std::string text = english(report);
  EXPECT_THAT(text, HasSubstr("What to do: Switch on a light."));
  EXPECT_THAT(text, Not(HasSubstr("mend alone")));
}

TEST(CheckText, EndsWithTheOutcome) {
  const std::string text = check_text_report(sample_report(), {Language::english, false, 80});
  const std::string last = text.substr(text.rfind('\n', text.size() - 2) + 1);
  EXPECT_THAT(last, HasSubstr("NOT CLEARED"));
}

TEST(CheckText, EndsOtherwiseWhenNoRuleIsRequired) {
  CheckReport report = sample_report();
  for (RuleEvaluation& rule : report.evaluation.rules) rule.rule.severity = Severity::advisory;
  report.evaluation.outcome = outcome_of(report.evaluation.rules);
  EXPECT_THAT(english(report),
              EndsWith("UNDECIDED: the profile has no required rule, so it can clear nothing. "));
  EXPECT_THAT(
      check_text_report(report, {Language::french, false, 80}),
      EndsWith("INDÉCIS : le profil n'a aucune règle obligatoire, il ne peut donc rien autoriser.\n"));
}

TEST(CheckText, EndsOtherwiseWhenNoRequiredRuleApplies) {
  CheckReport report = sample_report();
  for (RuleEvaluation& rule : report.evaluation.rules) rule.result = RuleResult::notapplicable;
  report.evaluation.outcome = outcome_of(report.evaluation.rules);
  EXPECT_THAT(english(report), HasSubstr("UNDECIDED: no required rule of the profile applies here"));
}

TEST(CheckText, NamesTheUnjudgedRuleWhenARequiredOneIsUndecided) {
  CheckReport report = sample_report();
  report.evaluation.outcome = Outcome::undecided;
  EXPECT_THAT(english(report), HasSubstr("UNDECIDED: a required rule could not be judged"));
}

TEST(CheckText, SpeaksFrench) {
  const std::string text = unwrapped(check_text_report(sample_report(), {Language::french, false, 80}));
  EXPECT_THAT(
      text,
      HasSubstr(
          "Mesuré : bruit de fond, niveau moyen (LAeq) : 35,2 ± 5,1 dB(A). Limite : au plus 45 dB(A)."));
  EXPECT_THAT(text, HasSubstr("Que faire : corriger alone"));
  EXPECT_THAT(text, HasSubstr("NON AUTORISÉ"));
  EXPECT_THAT(text, Not(HasSubstr("Limit:")));
}

TEST(CheckText, HasColourOnlyWhenAskedFor) {
  EXPECT_THAT(english(sample_report()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(check_text_report(sample_report(), {Language::english, true, 80}), HasSubstr("\x1b[31m"));
}

TEST(CheckText, DoesNotPassOnTerminalSequencesFromDeviceNames) {
  EXPECT_THAT(english(sample_report()), Not(HasSubstr("\x1b[2J")));
}

TEST(CheckText, SaysWhatTheKernelEnforced) {
  CheckReport report = sample_report();
  EXPECT_THAT(english(report), HasSubstr("the kernel kept"));
  report.confined = Confined{false, false, "no Landlock"};
  EXPECT_THAT(english(report), HasSubstr("did not confine the measuring program (no Landlock)"));
  report.confined = Confined{true, false, "no Landlock"};
  EXPECT_THAT(english(report), HasSubstr("only in part"));
}

TEST(CheckJson, HoldsMeasurementsAndResults) {
  const auto json = nlohmann::json::parse(check_json(sample_report(), Language::english));
  EXPECT_EQ(json["format"], "preshift-check/1");
  EXPECT_EQ(json["outcome"], "not_cleared");
  EXPECT_EQ(json["profile"]["version"], 3);
  EXPECT_EQ(json["measurements"][0]["name"], "sound.laeq");
  EXPECT_EQ(json["measurements"][0]["value"], 35.2);
  EXPECT_EQ(json["measurements"][0]["uncertainty"], 5.1);
  EXPECT_EQ(json["measurements"][0]["unit"], "dB(A)");
  EXPECT_EQ(json["results"][2]["id"], "alone");
  EXPECT_EQ(json["results"][2]["result"], "fail");
  EXPECT_EQ(json["results"][2]["measured"]["value"], 2);
  EXPECT_EQ(json["results"][2]["limit"]["at_most"], 1);
  EXPECT_EQ(json["results"][2]["remedy"], "mend alone");
  EXPECT_EQ(json["confinement"]["system_calls"], true);
}

TEST(CheckJson, GivesTheReasonOfAnUnknownInWordsAndAsAnId) {
  const auto json = nlohmann::json::parse(check_json(sample_report(), Language::french));
  const auto& door = json["measurements"][1];
  EXPECT_FALSE(door.contains("value"));
  EXPECT_EQ(door["reason"], "door.not_enrolled");
  EXPECT_THAT(door["unknown"].get<std::string>(), HasSubstr("ne connaît pas encore"));
  EXPECT_EQ(json["results"][1]["result"], "unknown");
}

TEST(CheckJson, IsNeverClearedWithAProblem) {
  CheckReport report = sample_report();
  report.evaluation.outcome = Outcome::cleared;
  report.problem =
      SourceProblem{Sensor::camera, {ProblemKind::device_failure, {sensing_text("camera.none"), {}}}};
  const auto json = nlohmann::json::parse(check_json(report, Language::english));
  EXPECT_EQ(json["outcome"], "undecided");
  EXPECT_EQ(json["problem"]["sensor"], "camera");
  EXPECT_EQ(json["problem"]["reason"], "camera.none");
}

}  // namespace
}  // namespace preshift
