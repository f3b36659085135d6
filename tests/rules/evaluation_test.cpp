#include "evaluation.hpp"

#include "condition_examples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr RuleResult k_results[] = {
    RuleResult::pass,        RuleResult::fail,          RuleResult::unknown,
    RuleResult::error,       RuleResult::notapplicable, RuleResult::notchecked,
    RuleResult::notselected, RuleResult::informational, RuleResult::fixed};
constexpr Severity k_severities[] = {Severity::required, Severity::advisory, Severity::informational};

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
  const auto passed = count(RuleResult::pass) + count(RuleResult::fixed);
  const auto settled = passed + count(RuleResult::notapplicable) + count(RuleResult::notselected) +
                       count(RuleResult::informational);
  const bool all_settled = settled == static_cast<std::ptrdiff_t>(required.size());
  return all_settled && passed > 0 ? Outcome::cleared : Outcome::undecided;
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
  constexpr RuleResult worst_first[] = {
      RuleResult::fail,          RuleResult::error,         RuleResult::unknown,
      RuleResult::notchecked,    RuleResult::fixed,         RuleResult::pass,
      RuleResult::informational, RuleResult::notapplicable, RuleResult::notselected};
  for (std::size_t i = 0; i < std::size(worst_first); ++i) {
    for (std::size_t j = 0; j < std::size(worst_first); ++j) {
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
      if (heavy == RuleResult::notselected) continue;  // skipped, so the lighter rule is the heaviest kept
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
  Rule rule;
  rule.requirement = "a";
  rule.condition = on("sound.laeq", at_most(45));
  profile.rules = {rule};
  const Evaluation evaluation = evaluate(profile, {quantity("sound.laeq", "dB(A)", 30, 1)});
  EXPECT_EQ(evaluation.profile, "night");
  EXPECT_EQ(evaluation.version, 3);
  EXPECT_EQ(evaluation.outcome, Outcome::cleared);
  ASSERT_EQ(evaluation.requirements.size(), 1U);
  EXPECT_EQ(evaluation.requirements[0].name, "a");
}

TEST(Evaluations, HoldTheResultOfARulesConditionAndWhatItFollowsFrom) {
  Profile profile;
  profile.rules.resize(1);
  profile.rules[0].condition =
      any_of({on("sound.laeq", at_most(45)), on("people.count", at_most(1, "person"))});
  const Evaluation evaluation = evaluate(
      profile,
      {quantity("sound.laeq", "dB(A)", 60, 1), absent("people.count", AbsenceKind::declined, "declined")});
  const RuleEvaluation& rule = evaluation.rules.at(0);
  EXPECT_EQ(rule.result, RuleResult::notchecked);
  EXPECT_EQ(reason_of(rule.reason), "declined");
  EXPECT_EQ(rule.condition.result, rule.result);
  EXPECT_EQ(std::get<CombinationEvaluation>(rule.condition.node).parts.size(), 2U);
  EXPECT_EQ(evaluation.outcome, Outcome::undecided);
}

TEST(Evaluations, AreWordedAsInJson) {
  EXPECT_EQ(to_string(Outcome::not_cleared), "not_cleared");
}

}  // namespace
}  // namespace preshift
