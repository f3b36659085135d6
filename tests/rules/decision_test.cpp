#include "condition_examples.hpp"
#include "conformity.hpp"
#include "verdict.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace preshift {
namespace {

constexpr Decision k_simple{DecisionRule::simple, 0};
constexpr Decision k_guarded{};
constexpr Decision k_lenient{DecisionRule::lenient, 1};

Measurement level(double value, double expanded) {
  return quantity("sound.laeq", "dB(A)", value, expanded);
}

Measurement level_below(double value, double expanded) {
  Measurement measured = level(value, expanded);
  std::get<Quantity>(measured.outcome).is_upper_bound = true;
  return measured;
}

RuleResult result_of(const Criterion& criterion, const Measurement& measured, const Decision& decision) {
  return judge(criterion, measured, decision).result;
}

TEST(Decisions, AreTheThreeOfIlacG8AtEveryDistanceFromTheLimit) {
  struct Case {
    double value;
    RuleResult simple, guarded, lenient;
  };
  constexpr RuleResult P = RuleResult::pass;
  constexpr RuleResult F = RuleResult::fail;
  constexpr RuleResult U = RuleResult::unknown;
  // The limit is 45 and U = 2: the guard band ends at 43 and 47.
  for (const Case& each : {Case{42.9, P, P, P}, Case{43, P, P, P}, Case{43.1, P, U, P}, Case{45, P, U, P},
                           Case{45.1, F, U, P}, Case{47, F, U, P}, Case{47.1, F, F, F}}) {
    EXPECT_EQ(result_of(at_most(45), level(each.value, 2), k_simple), each.simple) << each.value;
    EXPECT_EQ(result_of(at_most(45), level(each.value, 2), k_guarded), each.guarded) << each.value;
    EXPECT_EQ(result_of(at_most(45), level(each.value, 2), k_lenient), each.lenient) << each.value;
    const double mirrored = 90 - each.value;
    EXPECT_EQ(result_of(at_least(45), level(mirrored, 2), k_simple), each.simple) << mirrored;
    EXPECT_EQ(result_of(at_least(45), level(mirrored, 2), k_guarded), each.guarded) << mirrored;
    EXPECT_EQ(result_of(at_least(45), level(mirrored, 2), k_lenient), each.lenient) << mirrored;
  }
}

TEST(Decisions, HaveAGuardBandOfAnyWidth) {
  const Decision half{DecisionRule::guarded, 0.5};
  EXPECT_EQ(result_of(at_most(45), level(44, 2), half), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), level(44.1, 2), half), RuleResult::unknown);
  EXPECT_EQ(result_of(at_most(45), level(46.1, 2), half), RuleResult::fail);
  const Decision wide{DecisionRule::lenient, 1.5};
  EXPECT_EQ(result_of(at_most(45), level(48, 2), wide), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), level(48.1, 2), wide), RuleResult::fail);
}

TEST(Decisions, OnARangeAreThoseOnBothItsEnds) {
  const Range range{40, 50, "dB(A)"};
  EXPECT_EQ(result_of(range, level(39, 2), k_simple), RuleResult::fail);
  EXPECT_EQ(result_of(range, level(39, 2), k_guarded), RuleResult::unknown);
  EXPECT_EQ(result_of(range, level(39, 2), k_lenient), RuleResult::pass);
  EXPECT_EQ(result_of(range, level(52.1, 2), k_lenient), RuleResult::fail);
}

TEST(Decisions, NeverTakeAnUpperBoundForMoreThanItIs) {
  for (const Decision& decision : {k_simple, k_guarded, k_lenient}) {
    EXPECT_EQ(result_of(at_most(45), level_below(30, 2), decision), RuleResult::pass);
    EXPECT_EQ(result_of(at_most(45), level_below(60, 2), decision), RuleResult::unknown);
    EXPECT_EQ(result_of(at_least(45), level_below(60, 2), decision), RuleResult::unknown);
    EXPECT_EQ(result_of(at_least(45), level_below(30, 2), decision), RuleResult::fail);
  }
  EXPECT_EQ(result_of(at_most(45), level_below(46, 2), k_lenient), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), level_below(46, 2), k_simple), RuleResult::unknown);
}

// JCGM 106:2012, 7.4: y = 13.6, u = 1.8, tolerance from 12.5 to 16.3 gives a probability of 0.66.
TEST(ProbabilityOfConformity, IsThatOfTheWorkedExample) {
  const Quantity measured{13.6, 2 * 1.8};
  EXPECT_NEAR(*conformity_probability(measured, Range{12.5, 16.3, "s"}), 0.66, 0.005);
}

// Of the normal distribution, by its published table: 0.8413 up to one standard deviation, 0.9772 up to two.
TEST(ProbabilityOfConformity, IsThatOfTheNormalDistribution) {
  EXPECT_NEAR(*conformity_probability({44, 2}, at_most(45)), 0.8413, 0.00005);
  EXPECT_NEAR(*conformity_probability({43, 2}, at_most(45)), 0.9772, 0.00005);
  EXPECT_NEAR(*conformity_probability({46, 2}, at_most(45)), 0.1587, 0.00005);
  EXPECT_NEAR(*conformity_probability({46, 2}, at_least(45)), 0.8413, 0.00005);
  EXPECT_NEAR(*conformity_probability({45, 2}, at_most(45)), 0.5, 1e-6);
}

TEST(ProbabilityOfConformity, IsCertainWithoutUncertainty) {
  EXPECT_EQ(conformity_probability({45, 0}, at_most(45)), 1);
  EXPECT_EQ(conformity_probability({45.1, 0}, at_most(45)), 0);
  EXPECT_EQ(conformity_probability({0.1 + 0.2, 0}, at_most(0.3)), 1);
}

TEST(ProbabilityOfConformity, OfACountIsThatOfTheWholeNumber) {
  EXPECT_EQ(conformity_probability({1, 0}, at_most(1, "person")), 1);
  EXPECT_NEAR(*conformity_probability({1, 1}, at_most(1, "person")), 0.8413, 0.00005);
}

TEST(ProbabilityOfConformity, IsNotKnownOfAnUpperBoundOrAWord) {
  EXPECT_FALSE(conformity_probability({30, 2, true}, at_most(45)));
  EXPECT_FALSE(judge(AllowedWords{{"closed"}}, {"door.state", "", State{"closed"}}).probability);
  EXPECT_TRUE(judge(at_most(45), level(44, 2)).probability);
}

}  // namespace
}  // namespace preshift
