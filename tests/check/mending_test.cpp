#include "mending.hpp"

#include "calibration_texts.hpp"
#include "check_texts.hpp"
#include "rules_texts.hpp"
#include "sensing_texts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

namespace preshift {
namespace {

/// A required rule that came out so, for this reason.
RuleEvaluation required(RuleResult result, std::optional<Message> reason) {
  RuleEvaluation evaluated;
  evaluated.rule.severity = Severity::required;
  evaluated.result = result;
  evaluated.reason = reason;
  evaluated.condition.result = result;
  evaluated.condition.reason = std::move(reason);
  evaluated.condition.node = MeasureEvaluation{};
  return evaluated;
}

ConditionEvaluation part(RuleResult result, const Text& reason) {
  return {result, Message{reason, {}}, MeasureEvaluation{}};
}

TEST(Mending, NamesReasonsThatExistAndHaveARemedy) {
  const std::span<const Text> tables[] = {k_sensing_texts, k_check_texts, k_calibration_texts, k_rules_texts};
  for (const std::string_view id : reasons_that_stay()) {
    bool has_remedy = false;
    for (const std::span<const Text> table : tables)
      has_remedy = has_remedy || std::any_of(table.begin(), table.end(), [&](const Text& text) {
                     return text.id == id && !text.english_remedy.empty();
                   });
    EXPECT_TRUE(has_remedy) << id;
  }
}

TEST(Mending, IsWorthwhileForWhatFailsOrAPersonCanChange) {
  EXPECT_TRUE(is_worth_repeating(required(RuleResult::fail, Message{rules_text("result.above"), {}})));
  for (const Text& text :
       {sensing_text("scene.covered"), sensing_text("sound.too_short"), sensing_text("sound.muted"),
        sensing_text("chain.too_little"), sensing_text("voice.not_heard"),
        rules_text("result.within_uncertainty"), rules_text("result.count_uncertain"),
        calibration_text("uncalibrated.other_volume")})
    EXPECT_TRUE(is_worth_repeating(required(RuleResult::unknown, Message{text, {}}))) << text.id;
}

TEST(Mending, IsFutileWithoutARemedyInTheSameCheck) {
  for (const Text& text :
       {sensing_text("scene.no_detector"), sensing_text("door.not_enrolled"), sensing_text("chain.no_route"),
        rules_text("result.not_calibrated"), calibration_text("uncalibrated.expired")})
    EXPECT_FALSE(is_worth_repeating(required(RuleResult::unknown, Message{text, {}}))) << text.id;
  EXPECT_FALSE(
      is_worth_repeating(required(RuleResult::notchecked, Message{check_text("check.declined_camera"), {}})));
  EXPECT_FALSE(is_worth_repeating(required(RuleResult::pass, std::nullopt)));
  RuleEvaluation advisory = required(RuleResult::fail, Message{rules_text("result.above"), {}});
  advisory.rule.severity = Severity::advisory;
  EXPECT_FALSE(is_worth_repeating(advisory));
  RuleEvaluation waived = required(RuleResult::fail, Message{rules_text("result.above"), {}});
  waived.waiver = Waiver{};
  EXPECT_FALSE(is_worth_repeating(waived));
  RuleEvaluation without_fact = required(RuleResult::pass, std::nullopt);
  without_fact.result = RuleResult::unknown;
  without_fact.reason = Message{rules_text("result.fact_missing"), {"role"}};
  EXPECT_FALSE(is_worth_repeating(without_fact));
}

TEST(Mending, OfSeveralConditionsLooksAtThoseThatDecide) {
  const auto rule_of = [](Combinator combinator, RuleResult result, std::vector<ConditionEvaluation> parts) {
    RuleEvaluation evaluated = required(result, parts.front().reason);
    evaluated.condition.node = CombinationEvaluation{combinator, std::move(parts)};
    return evaluated;
  };
  const ConditionEvaluation uncalibrated = part(RuleResult::unknown, rules_text("result.not_calibrated"));
  const ConditionEvaluation covered = part(RuleResult::unknown, sensing_text("scene.covered"));
  EXPECT_TRUE(is_worth_repeating(rule_of(Combinator::any, RuleResult::unknown, {uncalibrated, covered})));
  EXPECT_FALSE(
      is_worth_repeating(rule_of(Combinator::any, RuleResult::unknown, {uncalibrated, uncalibrated})));
  EXPECT_FALSE(
      is_worth_repeating(rule_of(Combinator::all, RuleResult::unknown,
                                 {uncalibrated, {RuleResult::pass, std::nullopt, MeasureEvaluation{}}})));
}

}  // namespace
}  // namespace preshift
