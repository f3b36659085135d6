#include "check_json.hpp"
#include "check_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Condition combination(Combinator combinator, std::vector<Condition> conditions) {
  Condition condition;
  condition.node = Combination{combinator, std::move(conditions)};
  return condition;
}

Condition limited(const char* measure, Comparison comparison, double value, const char* unit) {
  return {MeasureCondition{measure, Limit{comparison, value, unit}}};
}

Condition quiet() {
  return limited("sound.laeq", Comparison::at_most, 45, "dB(A)");
}
Condition little_silence() {
  return limited("sound.silence", Comparison::at_most, 10, "%");
}
Condition company() {
  return limited("people.count", Comparison::at_least, 2, "person");
}

Measurement noise(double level, const char* unit = "dB(A)") {
  return quantity("sound.laeq", unit, level, 1);
}
Measurement silence(double share) {
  return quantity("sound.silence", "%", share, 0);
}
Measurement people(double count) {
  return quantity("people.count", "person", count, 0);
}

CheckReport report_of(Condition condition, Measurements measurements) {
  Profile profile;
  profile.name = "own";
  profile.version = 1;
  profile.rules = {{"rule",
                    "quiet",
                    Severity::required,
                    {"title", "titre"},
                    {"rationale", "raison"},
                    {"Mend it.", "Corrigez."},
                    std::move(condition)}};
  CheckReport report;
  report.evaluation = evaluate(profile, measurements);
  report.measurements = std::move(measurements);
  return report;
}

/// The lines of the rule, its title left out.
std::string rule_lines(const CheckReport& report, Language language = Language::english, int width = 100) {
  const std::string text = check_text_report(report, {language, false, width});
  const std::size_t begin = text.find('\n', text.find(language == Language::french ? "titre" : "title")) + 1;
  return text.substr(begin, text.find("\n\n", begin) + 1 - begin);
}

nlohmann::json json_result(const CheckReport& report) {
  return nlohmann::json::parse(check_json(report, Language::english))["results"][0];
}

TEST(ConditionText, ShowsOnlyTheAlternativeThatPassed) {
  const auto report =
      report_of(combination(Combinator::any, {quiet(), little_silence()}), {noise(-50, "dBFS"), silence(2)});
  EXPECT_EQ(rule_lines(report),
            "    Decided by:\n"
            "    ✔ Measured: share of the time with digital silence: 2 %. Limit: at most 10 %.\n");
}

TEST(ConditionText, ShowsEveryAlternativeThatCouldMakeItPassAndWhatToDo) {
  const auto report =
      report_of(combination(Combinator::any, {quiet(), little_silence()}), {noise(-50, "dBFS"), silence(20)});
  EXPECT_EQ(
      rule_lines(report),
      "    One of these is enough:\n"
      "    ? Measured: background noise, average level (LAeq): -50.0 ± 1.0 dBFS. Limit: at most 45 dB(A).\n"
      "      Why: the microphone is not calibrated, so its level in dB(A) is not known.\n"
      "    ✘ Measured: share of the time with digital silence: 20 %. Limit: at most 10 %.\n"
      "    What to do: Give --full-scale, or calibrate the microphone.\n"
      "    What to do: Mend it.\n");
}

TEST(ConditionText, ShowsWhatStandsInTheWayOfAll) {
  const auto report =
      report_of(combination(Combinator::all, {quiet(), little_silence()}), {noise(60), silence(2)});
  EXPECT_EQ(
      rule_lines(report),
      "    Still needed:\n"
      "    ✘ Measured: background noise, average level (LAeq): 60.0 ± 1.0 dB(A). Limit: at most 45 dB(A).\n"
      "      Conforms with a probability under 1 %.\n"
      "    What to do: Mend it.\n");
}

TEST(ConditionText, MarksWhatMustNotBeByWhetherItIsWell) {
  const Condition nobody = combination(Combinator::none, {company()});
  EXPECT_EQ(rule_lines(report_of(nobody, {people(1)})),
            "    None of these may be so:\n"
            "    ✔ Measured: people in view (the most that stayed): 1 person. Must not be: at least 2 "
            "people.\n");
  EXPECT_EQ(
      rule_lines(report_of(nobody, {people(3)})),
      "    None of these may be so:\n"
      "    ✘ Measured: people in view (the most that stayed): 3 people. Must not be: at least 2 people.\n"
      "    What to do: Mend it.\n");
}

TEST(ConditionText, IndentsConditionsWithinConditions) {
  const Condition loud = limited("sound.laeq", Comparison::at_least, 45, "dB(A)");
  const Condition nested = combination(Combinator::none, {combination(Combinator::all, {loud, company()}),
                                                          combination(Combinator::none, {little_silence()})});
  EXPECT_EQ(
      rule_lines(report_of(nested, {noise(60), people(3), silence(2)})),
      "    None of these may be so:\n"
      "    ✘ These may not all be so at once:\n"
      "      ✘ Measured: background noise, average level (LAeq): 60.0 ± 1.0 dB(A). Must not be: at least 45\n"
      "        dB(A). Conforms with a probability under 1 %.\n"
      "      ✘ Measured: people in view (the most that stayed): 3 people. Must not be: at least 2 people.\n"
      "    What to do: Mend it.\n");
  EXPECT_EQ(
      rule_lines(report_of(nested, {noise(60), people(1), silence(2)})),
      "    None of these may be so:\n"
      "    ✔ Decided by:\n"
      "      ✔ Measured: people in view (the most that stayed): 1 person. Must not be: at least 2 people.\n"
      "    ✔ Decided by:\n"
      "      ✔ Measured: share of the time with digital silence: 2 %. Limit: at most 10 %.\n");
}

TEST(ConditionText, SaysAWordIsToBeOneOfSeveral) {
  const Condition door{MeasureCondition{"door.state", AllowedWords{{"closed", "open"}}}};
  EXPECT_THAT(rule_lines(report_of(door, {{"door.state", "", State{"closed"}}})),
              HasSubstr("Measured: state of the door: closed. Must be: closed or open."));
}

TEST(ConditionText, SpeaksFrench) {
  const auto report =
      report_of(combination(Combinator::any, {quiet(), little_silence()}), {noise(60), silence(20)});
  const std::string text = rule_lines(report, Language::french);
  EXPECT_THAT(text, HasSubstr("    L'une de ces conditions suffit :\n    ✘ Mesuré : "));
  EXPECT_THAT(text, HasSubstr("Que faire : Corrigez."));
}

TEST(ConditionText, FitsANarrowTerminalHoweverDeepTheConditions) {
  Condition deep = quiet();
  for (int level = 1; level < 8; ++level) deep = combination(Combinator::all, {deep});
  const std::string text = rule_lines(report_of(deep, {noise(60)}), Language::english, 40);
  EXPECT_THAT(text, HasSubstr("\n                ✘ Measured: "));
}

TEST(ConditionJson, OfOneMeasureHasMeasuredAndLimit) {
  const auto json = json_result(report_of(quiet(), {noise(30)}));
  EXPECT_EQ(json["measured"]["value"], 30);
  EXPECT_EQ(json["limit"], (nlohmann::json{{"at_most", 45.0}, {"unit", "dB(A)"}}));
  EXPECT_FALSE(json.contains("conditions"));
}

TEST(ConditionJson, OfSeveralHoldsEveryBranchWithItsResultAndReason) {
  const auto json = json_result(
      report_of(combination(Combinator::any, {quiet(), combination(Combinator::none, {company()})}),
                {noise(-50, "dBFS"), people(3)}));
  EXPECT_FALSE(json.contains("measured"));
  EXPECT_FALSE(json.contains("limit"));
  EXPECT_EQ(json["result"], "unknown");
  EXPECT_THAT(json["reason"].get<std::string>(), HasSubstr("not calibrated"));
  EXPECT_EQ(json["remedy"], "Give --full-scale, or calibrate the microphone. Mend it.");
  const auto& conditions = json["conditions"];
  EXPECT_EQ(conditions["result"], "unknown");
  ASSERT_EQ(conditions["any"].size(), 2U);
  EXPECT_EQ(conditions["any"][0]["result"], "unknown");
  EXPECT_EQ(conditions["any"][0]["measured"]["unit"], "dBFS");
  EXPECT_EQ(conditions["any"][0]["limit"]["at_most"], 45);
  EXPECT_THAT(conditions["any"][0]["reason"].get<std::string>(), HasSubstr("not calibrated"));
  EXPECT_EQ(conditions["any"][1]["result"], "fail");
  EXPECT_EQ(conditions["any"][1]["none"][0]["result"], "pass");
  EXPECT_EQ(conditions["any"][1]["none"][0]["limit"]["at_least"], 2);
}

TEST(ConditionJson, WritesRangesAndWordsAsTheRulesFileDoes) {
  const Condition range{MeasureCondition{"sound.laeq", Range{35, 45, "dB(A)"}}};
  EXPECT_EQ(json_result(report_of(range, {noise(40)}))["limit"],
            (nlohmann::json{{"between", {35.0, 45.0}}, {"unit", "dB(A)"}}));
  const Condition door{MeasureCondition{"door.state", AllowedWords{{"closed", "open"}}}};
  EXPECT_EQ(json_result(report_of(door, {}))["limit"], (nlohmann::json{{"one_of", {"closed", "open"}}}));
  const Condition closed{MeasureCondition{"door.state", AllowedWords{{"closed"}}}};
  EXPECT_EQ(json_result(report_of(closed, {}))["limit"], (nlohmann::json{{"equals", "closed"}}));
}

TEST(ConditionJson, SaysWhenAValueIsAnUpperBound) {
  Measurement hidden = noise(30);
  std::get<Quantity>(hidden.outcome).is_upper_bound = true;
  EXPECT_EQ(json_result(report_of(quiet(), {hidden}))["measured"]["upper_bound"], true);
  EXPECT_FALSE(json_result(report_of(quiet(), {noise(30)}))["measured"].contains("upper_bound"));
}

TEST(Remedies, AreSaidOnce) {
  const auto report = report_of(
      combination(Combinator::all, {quiet(), limited("sound.laf90", Comparison::at_most, 40, "dB(A)")}),
      {noise(-50, "dBFS"), quantity("sound.laf90", "dBFS", -55, 1)});
  EXPECT_EQ(json_result(report)["remedy"], "Give --full-scale, or calibrate the microphone.");
}

TEST(Remedies, DoNotBlameTheRoomForWhatIsOnlyUnknown) {
  const auto report =
      report_of(combination(Combinator::all, {quiet(), little_silence()}), {noise(-50, "dBFS"), silence(2)});
  EXPECT_THAT(rule_lines(report), Not(HasSubstr("Mend it.")));
}

}  // namespace
}  // namespace preshift
