#include "evaluation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace preshift {
namespace {

using testing::HasSubstr;

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
constexpr double k_infinity = std::numeric_limits<double>::infinity();
constexpr RuleResult k_results[] = {RuleResult::pass,  RuleResult::fail,          RuleResult::unknown,
                                    RuleResult::error, RuleResult::notapplicable, RuleResult::notchecked};
constexpr Severity k_severities[] = {Severity::required, Severity::advisory, Severity::informational};

Rule rule(Condition condition, std::string measure = "sound.laeq") {
  Rule rule;
  rule.id = "a.rule";
  rule.requirement = "a";
  rule.measure = std::move(measure);
  rule.condition = std::move(condition);
  return rule;
}

Limit at_most(double value, std::string unit = "dB(A)") {
  return {Comparison::at_most, value, std::move(unit)};
}
Limit at_least(double value, std::string unit = "dB(A)") {
  return {Comparison::at_least, value, std::move(unit)};
}

RuleEvaluation evaluated(const Rule& rule, const Measurements& measurements) {
  Profile profile;
  profile.rules = {rule};
  return evaluate(profile, measurements).rules.at(0);
}

RuleResult result_of(const Limit& limit, double value, double expanded) {
  return evaluated(rule(limit), {quantity("sound.laeq", limit.unit, value, expanded)}).result;
}

std::string reason_of(const RuleEvaluation& evaluated) {
  return evaluated.reason ? render(*evaluated.reason, Language::english) : std::string{};
}

std::string remedy_of(const RuleEvaluation& evaluated) {
  return evaluated.reason ? render_remedy(*evaluated.reason, Language::english) : std::string{};
}

Message because() {
  return {{"test.because", "because", "parce que"}, {}};
}

TEST(AtMost, PassesUpToTheLimitLessTheUncertainty) {
  EXPECT_EQ(result_of(at_most(45), 43.0, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), 43.5, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), 43.50001, 1.5), RuleResult::unknown);
}

TEST(AtMost, FailsAboveTheLimitPlusTheUncertainty) {
  EXPECT_EQ(result_of(at_most(45), 46.5, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(at_most(45), 46.50001, 1.5), RuleResult::fail);
  EXPECT_EQ(result_of(at_most(45), 60, 1.5), RuleResult::fail);
}

TEST(AtMost, PassesAtTheLimitWhenNothingIsUncertain) {
  EXPECT_EQ(result_of(at_most(1), 1, 0), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(0), 0, 0), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(1), 2, 0), RuleResult::fail);
}

TEST(AtMost, ForgivesTheRoundingOfSums) {
  EXPECT_EQ(result_of(at_most(0.3), 0.1 + 0.2, 0), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45.1), 44.8, 0.1 + 0.2), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), 45.000001, 0), RuleResult::fail);
}

TEST(AtLeast, IsTheMirrorImageOfAtMost) {
  for (double value = 40; value <= 50; value += 0.25) {
    for (const double expanded : {0.0, 0.5, 1.5, 10.0}) {
      EXPECT_EQ(result_of(at_least(45), value, expanded), result_of(at_most(45), 90 - value, expanded))
          << value << " ± " << expanded;
    }
  }
  EXPECT_EQ(result_of(at_least(45), 46.5, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(at_least(45), 46.49, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(at_least(45), 43.49, 1.5), RuleResult::fail);
  EXPECT_EQ(result_of(at_least(45), 45, 0), RuleResult::pass);
}

TEST(Limits, AreNeverPassedByWhatIsNotANumber) {
  for (const double odd : {k_nan, k_infinity, -k_infinity}) {
    for (const Limit& limit : {at_most(45), at_least(45)}) {
      EXPECT_EQ(result_of(limit, odd, 1), RuleResult::error);
      EXPECT_EQ(result_of(limit, 45, odd), RuleResult::error);
    }
    EXPECT_EQ(result_of(at_most(odd), 45, 1), RuleResult::error);
  }
  EXPECT_EQ(result_of(at_most(45), 30, -20), RuleResult::error) << "a negative uncertainty is none";
}

TEST(Limits, WithinTheUncertaintySayWhatWouldHelp) {
  const auto level = evaluated(rule(at_most(45)), {quantity("sound.laeq", "dB(A)", 45.2, 1.5)});
  EXPECT_EQ(reason_of(level), "too close to the limit to tell: known to ± 1.5 dB(A) only");
  EXPECT_THAT(remedy_of(level), HasSubstr("measure more exactly"));
  const auto count =
      evaluated(rule(at_most(1, "person"), "people.count"), {quantity("people.count", "person", 1, 1)});
  EXPECT_EQ(reason_of(count), "too close to the limit to tell: the count may be wrong by 1");
  EXPECT_THAT(remedy_of(count), HasSubstr("Improve the light"));
}

TEST(Limits, SayOnWhichSideAFailureLies) {
  EXPECT_EQ(reason_of(evaluated(rule(at_most(45)), {quantity("sound.laeq", "dB(A)", 60, 1)})),
            "above the limit");
  EXPECT_EQ(reason_of(evaluated(rule(at_least(45)), {quantity("sound.laeq", "dB(A)", 30, 1)})),
            "below the limit");
}

TEST(Limits, InCalibratedDecibelsAreUnknownForAnUncalibratedMicrophone) {
  const auto evaluation = evaluated(rule(at_most(45)), {quantity("sound.laeq", "dBFS", -70, 1)});
  EXPECT_EQ(evaluation.result, RuleResult::unknown);
  EXPECT_THAT(reason_of(evaluation), HasSubstr("not calibrated"));
  EXPECT_THAT(remedy_of(evaluation), HasSubstr("Give --full-scale"));
}

TEST(Limits, InAnyOtherUnitThanTheMeasurementAreAnError) {
  EXPECT_EQ(evaluated(rule(at_most(-40, "dBFS")), {quantity("sound.laeq", "dB(A)", 30, 1)}).result,
            RuleResult::error);
  EXPECT_EQ(evaluated(rule(at_most(45)), {quantity("sound.laeq", "%", 30, 1)}).result, RuleResult::error);
  EXPECT_EQ(evaluated(rule(at_most(45)), {quantity("sound.laeq", "", 30, 1)}).result, RuleResult::error);
}

TEST(Words, PassOnlyWhenTheyAreEqual) {
  const Rule closed = rule(ExpectedWord{"closed"}, "door.state");
  EXPECT_EQ(evaluated(closed, {{"door.state", "", State{"closed"}}}).result, RuleResult::pass);
  const auto open = evaluated(closed, {{"door.state", "", State{"open"}}});
  EXPECT_EQ(open.result, RuleResult::fail);
  EXPECT_EQ(reason_of(open), "not as the rule asks");
  EXPECT_EQ(evaluated(closed, {{"door.state", "", State{""}}}).result, RuleResult::fail);
}

TEST(Rules, OfOneKindAreAnErrorForMeasurementsOfTheOther) {
  EXPECT_EQ(evaluated(rule(at_most(45)), {{"sound.laeq", "dB(A)", State{"quiet"}}}).result,
            RuleResult::error);
  EXPECT_EQ(evaluated(rule(ExpectedWord{"closed"}, "door.state"), {quantity("door.state", "", 1, 0)}).result,
            RuleResult::error);
}

TEST(Rules, KeepTheReasonOfAnAbsence) {
  const struct {
    AbsenceKind kind;
    RuleResult result;
  } cases[] = {{AbsenceKind::unknown, RuleResult::unknown},
               {AbsenceKind::declined, RuleResult::notchecked},
               {AbsenceKind::failed, RuleResult::error}};
  for (const auto& absent : cases) {
    const auto evaluation =
        evaluated(rule(at_most(45)), {{"sound.laeq", "dB(A)", Absence{absent.kind, because()}}});
    EXPECT_EQ(evaluation.result, absent.result);
    EXPECT_EQ(reason_of(evaluation), "because");
  }
}

TEST(Rules, WithoutAMeasurementAreUnknown) {
  const auto evaluation = evaluated(rule(at_most(45)), {quantity("sound.laf90", "dB(A)", 30, 1)});
  EXPECT_EQ(evaluation.result, RuleResult::unknown);
  EXPECT_THAT(reason_of(evaluation), HasSubstr("it was not measured"));
  EXPECT_EQ(evaluation.measured.name, "sound.laeq");
  EXPECT_EQ(evaluation.measured.unit, "dB(A)");
  EXPECT_TRUE(std::holds_alternative<Absence>(evaluation.measured.outcome));
}

TEST(Rules, MeasuredTwiceAreAnErrorRatherThanAChoice) {
  const auto evaluation = evaluated(
      rule(at_most(45)), {quantity("sound.laeq", "dB(A)", 30, 1), quantity("sound.laeq", "dB(A)", 60, 1)});
  EXPECT_EQ(evaluation.result, RuleResult::error);
  EXPECT_THAT(reason_of(evaluation), HasSubstr("more than once"));
}

TEST(Rules, ThatPassNeedNoReason) {
  EXPECT_FALSE(evaluated(rule(at_most(45)), {quantity("sound.laeq", "dB(A)", 30, 1)}).reason);
}

RuleEvaluation with(Severity severity, RuleResult result, std::string requirement = "a") {
  RuleEvaluation evaluation;
  evaluation.rule.requirement = std::move(requirement);
  evaluation.rule.severity = severity;
  evaluation.result = result;
  return evaluation;
}

/// The outcome of required rules as issue and header state it, in other words than the code's.
Outcome expected_outcome(std::vector<RuleResult> required) {
  const auto count = [&](RuleResult result) { return std::count(required.begin(), required.end(), result); };
  if (count(RuleResult::fail) > 0) return Outcome::not_cleared;
  const auto settled = count(RuleResult::pass) + count(RuleResult::notapplicable);
  const bool all_settled = settled == static_cast<std::ptrdiff_t>(required.size());
  return all_settled && count(RuleResult::pass) > 0 ? Outcome::cleared : Outcome::undecided;
}

TEST(Outcomes, FollowFromEveryPairOfResultsAndSeverities) {
  for (const Severity first : k_severities) {
    for (const Severity second : k_severities) {
      for (const RuleResult one : k_results) {
        for (const RuleResult other : k_results) {
          std::vector<RuleResult> required;
          if (first == Severity::required) required.push_back(one);
          if (second == Severity::required) required.push_back(other);
          const std::vector rules{with(first, one), with(second, other)};
          EXPECT_EQ(outcome_of(rules), expected_outcome(required))
              << to_string(one) << " and " << to_string(other);
        }
      }
    }
  }
}

TEST(Outcomes, OfTwoRequiredRulesAreThoseOfThisTable) {
  constexpr Outcome yes = Outcome::cleared;
  constexpr Outcome no = Outcome::not_cleared;
  constexpr Outcome open = Outcome::undecided;
  // pass, fail, unknown, error, notapplicable, notchecked
  constexpr Outcome table[6][6] = {
      {yes, no, open, open, yes, open},   {no, no, no, no, no, no},
      {open, no, open, open, open, open}, {open, no, open, open, open, open},
      {yes, no, open, open, open, open},  {open, no, open, open, open, open},
  };
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      const std::vector rules{with(Severity::required, k_results[i]), with(Severity::required, k_results[j])};
      EXPECT_EQ(outcome_of(rules), table[i][j])
          << to_string(k_results[i]) << " and " << to_string(k_results[j]);
    }
  }
}

TEST(Outcomes, OfNoRulesOrNoRequiredRulesAreUndecided) {
  EXPECT_EQ(outcome_of({}), Outcome::undecided);
  EXPECT_EQ(evaluate(Profile{}, {}).outcome, Outcome::undecided);
  EXPECT_EQ(outcome_of(std::vector{with(Severity::advisory, RuleResult::pass)}), Outcome::undecided);
}

TEST(Requirements, AreTheWorstOfEveryPairOfTheirRequiredRules) {
  constexpr RuleResult worst_first[] = {RuleResult::fail,       RuleResult::error, RuleResult::unknown,
                                        RuleResult::notchecked, RuleResult::pass,  RuleResult::notapplicable};
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      const std::vector rules{with(Severity::required, worst_first[i]),
                              with(Severity::required, worst_first[j])};
      const auto requirements = requirements_of(rules);
      ASSERT_EQ(requirements.size(), 1U);
      EXPECT_EQ(requirements[0].result, worst_first[std::min(i, j)]);
      EXPECT_FALSE(requirements[0].advisory);
    }
  }
}

TEST(Requirements, AreNotTouchedByLighterRulesThanTheirHeaviest) {
  for (const RuleResult heavy : k_results) {
    for (const RuleResult light : k_results) {
      const auto required =
          requirements_of(std::vector{with(Severity::advisory, light), with(Severity::required, heavy)});
      EXPECT_EQ(required.at(0).result, heavy);
      EXPECT_FALSE(required.at(0).advisory);
      const auto advisory =
          requirements_of(std::vector{with(Severity::informational, light), with(Severity::advisory, heavy)});
      EXPECT_EQ(advisory.at(0).result, heavy);
      EXPECT_TRUE(advisory.at(0).advisory);
    }
  }
}

TEST(Requirements, StandInTheOrderOfTheirFirstRules) {
  const auto requirements =
      requirements_of(std::vector{with(Severity::required, RuleResult::pass, "quiet"),
                                  with(Severity::advisory, RuleResult::unknown, "closed"),
                                  with(Severity::required, RuleResult::fail, "quiet")});
  ASSERT_EQ(requirements.size(), 2U);
  EXPECT_EQ(requirements[0].name, "quiet");
  EXPECT_EQ(requirements[0].result, RuleResult::fail);
  EXPECT_EQ(requirements[1].name, "closed");
  EXPECT_TRUE(requirements[1].advisory);
}

TEST(Evaluations, NameTheirProfile) {
  Profile profile;
  profile.name = "night";
  profile.version = 3;
  profile.rules = {rule(at_most(45))};
  const Evaluation evaluation = evaluate(profile, {quantity("sound.laeq", "dB(A)", 30, 1)});
  EXPECT_EQ(evaluation.profile, "night");
  EXPECT_EQ(evaluation.version, 3);
  EXPECT_EQ(evaluation.outcome, Outcome::cleared);
  ASSERT_EQ(evaluation.requirements.size(), 1U);
  EXPECT_EQ(evaluation.requirements[0].name, "a");
}

TEST(Evaluations, AreWordedAsInXccdf) {
  EXPECT_EQ(to_string(RuleResult::notapplicable), "notapplicable");
  EXPECT_EQ(to_string(RuleResult::notchecked), "notchecked");
  EXPECT_EQ(to_string(Outcome::not_cleared), "not_cleared");
}

}  // namespace
}  // namespace preshift
