#include "condition_evaluation.hpp"

#include "condition_examples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace preshift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Conditions on the noise and on the people that come out as asked for: 60 dB(A) and 2 people were measured.
Measurements loud_company() {
  return {quantity("sound.laeq", "dB(A)", 60, 1), quantity("people.count", "person", 2, 0)};
}
Condition quiet() {
  return on("sound.laeq", at_most(45));
}
Condition loud() {
  return on("sound.laeq", at_least(45));
}
Condition alone() {
  return on("people.count", at_most(1, "person"));
}
Condition company() {
  return on("people.count", at_least(2, "person"));
}
Condition door_closed() {
  return on("door.state", AllowedWords{{"closed"}});
}

const CombinationEvaluation& combination(const ConditionEvaluation& evaluated) {
  return std::get<CombinationEvaluation>(evaluated.node);
}

std::vector<std::string> deciding_measures(const ConditionEvaluation& evaluated) {
  std::vector<std::string> names;
  for (const ConditionEvaluation* part : deciding_parts(combination(evaluated), evaluated.result)) {
    const auto* leaf = std::get_if<MeasureEvaluation>(&part->node);
    names.push_back(leaf == nullptr ? "combination" : leaf->condition.measure);
  }
  return names;
}

TEST(MeasureConditions, KeepWhatWasMeasured) {
  const auto evaluated = evaluate(quiet(), loud_company());
  EXPECT_EQ(evaluated.result, RuleResult::fail);
  EXPECT_EQ(reason_of(evaluated.reason), "above the limit");
  const auto& leaf = std::get<MeasureEvaluation>(evaluated.node);
  EXPECT_EQ(leaf.condition.measure, "sound.laeq");
  EXPECT_EQ(std::get<Quantity>(leaf.measured.outcome).value, 60);
}

TEST(MeasureConditions, WithoutAMeasurementAreUnknown) {
  const auto evaluated = evaluate(quiet(), {quantity("sound.laf90", "dB(A)", 30, 1)});
  EXPECT_EQ(evaluated.result, RuleResult::unknown);
  EXPECT_THAT(reason_of(evaluated.reason), HasSubstr("it was not measured"));
  const Measurement& measured = std::get<MeasureEvaluation>(evaluated.node).measured;
  EXPECT_EQ(measured.name, "sound.laeq");
  EXPECT_EQ(measured.unit, "dB(A)");
  EXPECT_TRUE(std::holds_alternative<Absence>(measured.outcome));
}

TEST(MeasureConditions, MeasuredTwiceAreAnErrorRatherThanAChoice) {
  const auto evaluated =
      evaluate(quiet(), {quantity("sound.laeq", "dB(A)", 30, 1), quantity("sound.laeq", "dB(A)", 60, 1)});
  EXPECT_EQ(evaluated.result, RuleResult::error);
  EXPECT_THAT(reason_of(evaluated.reason), HasSubstr("more than once"));
}

TEST(Combinations, KeepEveryPartWithItsResultAndReason) {
  const auto evaluated = evaluate(any_of({quiet(), company(), door_closed()}), loud_company());
  EXPECT_EQ(evaluated.result, RuleResult::pass);
  EXPECT_FALSE(evaluated.reason);
  const auto& parts = combination(evaluated).parts;
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].result, RuleResult::fail);
  EXPECT_EQ(reason_of(parts[0].reason), "above the limit");
  EXPECT_EQ(parts[1].result, RuleResult::pass);
  EXPECT_EQ(parts[2].result, RuleResult::unknown);
  EXPECT_THAT(reason_of(parts[2].reason), HasSubstr("not measured"));
}

TEST(Combinations, OfAnUncalibratedMicrophoneAreMetByWhatNeedsNoCalibration) {
  const Condition heard = any_of({on("sound.laeq", at_most(45)), on("sound.silence", at_most(10, "%"))});
  const Measurements uncalibrated{quantity("sound.laeq", "dBFS", -50, 1),
                                  quantity("sound.silence", "%", 0, 0)};
  EXPECT_EQ(evaluate(heard, uncalibrated).result, RuleResult::pass);
  const Measurements silent{quantity("sound.laeq", "dBFS", -50, 1), quantity("sound.silence", "%", 90, 0)};
  const auto open = evaluate(heard, silent);
  EXPECT_EQ(open.result, RuleResult::unknown) << "calibrated, it might have passed";
  EXPECT_THAT(reason_of(open.reason), HasSubstr("not calibrated"));
}

TEST(Combinations, MayStandWithinEachOther) {
  const Condition nested =
      all_of({none_of({quiet(), alone()}), any_of({quiet(), all_of({loud(), company()})})});
  EXPECT_EQ(evaluate(nested, loud_company()).result, RuleResult::pass);
  EXPECT_EQ(evaluate(none_of({nested}), loud_company()).result, RuleResult::fail);
  EXPECT_EQ(evaluate(all_of({nested, door_closed()}), loud_company()).result, RuleResult::unknown);
}

TEST(Combinations, OfNothingAreAnErrorThatSaysSo) {
  for (const Condition& empty : {any_of({}), all_of({}), none_of({})}) {
    const auto evaluated = evaluate(empty, loud_company());
    EXPECT_EQ(evaluated.result, RuleResult::error);
    EXPECT_EQ(reason_of(evaluated.reason), "the rule asks for nothing");
  }
}

TEST(Combinations, GiveTheReasonOfTheOnePartThatMadeThemFail) {
  EXPECT_EQ(reason_of(evaluate(all_of({quiet(), company()}), loud_company()).reason), "above the limit");
  EXPECT_EQ(reason_of(evaluate(any_of({quiet()}), loud_company()).reason), "above the limit");
}

TEST(Combinations, GiveAReasonOfTheirOwnWhenSeveralPartsMadeThemFail) {
  EXPECT_EQ(reason_of(evaluate(any_of({quiet(), alone()}), loud_company()).reason),
            "none of the alternatives holds");
  EXPECT_EQ(reason_of(evaluate(all_of({quiet(), alone()}), loud_company()).reason),
            "several conditions do not hold");
  EXPECT_EQ(reason_of(evaluate(none_of({loud(), alone()}), loud_company()).reason),
            "a condition holds that must not");
}

TEST(Combinations, GiveTheReasonOfTheFirstPartThatLeavesThemUndecided) {
  const Measurements measurements{absent("sound.laeq", AbsenceKind::declined, "declined"),
                                  absent("people.count", AbsenceKind::unknown, "dark"),
                                  absent("door.state", AbsenceKind::unknown, "no door")};
  for (const Combinator combinator : {Combinator::any, Combinator::all, Combinator::none}) {
    const auto evaluated =
        evaluate({Combination{combinator, {quiet(), alone(), door_closed()}}}, measurements);
    EXPECT_EQ(evaluated.result, RuleResult::unknown);
    EXPECT_EQ(reason_of(evaluated.reason), "dark") << to_string(combinator);
  }
}

TEST(DecidingParts, OfAnyAreThoseThatPassOrElseAllThatCould) {
  EXPECT_THAT(deciding_measures(evaluate(any_of({quiet(), company(), door_closed()}), loud_company())),
              ElementsAre("people.count"));
  EXPECT_THAT(deciding_measures(evaluate(any_of({quiet(), door_closed()}), loud_company())),
              ElementsAre("sound.laeq", "door.state"));
}

TEST(DecidingParts, OfAllAreEveryOneOrElseThoseInTheWay) {
  EXPECT_THAT(deciding_measures(evaluate(all_of({loud(), company()}), loud_company())),
              ElementsAre("sound.laeq", "people.count"));
  EXPECT_THAT(deciding_measures(evaluate(all_of({quiet(), company(), door_closed()}), loud_company())),
              ElementsAre("sound.laeq", "door.state"));
}

TEST(DecidingParts, OfNoneAreEveryOneOrElseThoseInTheWay) {
  EXPECT_THAT(deciding_measures(evaluate(none_of({quiet(), alone()}), loud_company())),
              ElementsAre("sound.laeq", "people.count"));
  EXPECT_THAT(deciding_measures(evaluate(none_of({loud(), alone(), door_closed()}), loud_company())),
              ElementsAre("sound.laeq", "door.state"));
}

TEST(DecidingParts, LeaveOutWhatDoesNotApply) {
  CombinationEvaluation evaluated{Combinator::all, std::vector<ConditionEvaluation>(3)};
  evaluated.parts[0].result = RuleResult::notapplicable;
  evaluated.parts[1].result = RuleResult::fail;
  evaluated.parts[2].result = RuleResult::notapplicable;
  EXPECT_THAT(deciding_parts(evaluated, RuleResult::fail), ElementsAre(&evaluated.parts[1]));
  evaluated.parts[1].result = RuleResult::notapplicable;
  EXPECT_EQ(deciding_parts(evaluated, RuleResult::notapplicable).size(), 3U);
}

}  // namespace
}  // namespace preshift
