#include "rule_result.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr std::array k_results{RuleResult::pass,  RuleResult::fail,          RuleResult::unknown,
                               RuleResult::error, RuleResult::notapplicable, RuleResult::notchecked};
constexpr std::array k_combinators{Combinator::any, Combinator::all, Combinator::none};

constexpr RuleResult P = RuleResult::pass;
constexpr RuleResult F = RuleResult::fail;
constexpr RuleResult U = RuleResult::unknown;
constexpr RuleResult E = RuleResult::error;
constexpr RuleResult A = RuleResult::notapplicable;
constexpr RuleResult C = RuleResult::notchecked;

/// Row: one result, column: the other, both in the order of k_results.
using Table = RuleResult[6][6];

constexpr Table k_any_table{{P, P, P, P, P, P}, {P, F, U, E, F, C}, {P, U, U, E, U, U},
                            {P, E, E, E, E, E}, {P, F, U, E, A, C}, {P, C, U, E, C, C}};
constexpr Table k_all_table{{P, F, U, E, P, C}, {F, F, F, F, F, F}, {U, F, U, E, U, U},
                            {E, F, E, E, E, E}, {P, F, U, E, A, C}, {C, F, U, E, C, C}};
constexpr Table k_none_table{{F, F, F, F, F, F}, {F, P, U, E, P, C}, {F, U, U, E, U, U},
                             {F, E, E, E, E, E}, {F, P, U, E, A, C}, {F, C, U, E, C, C}};

const Table& table_of(Combinator combinator) {
  if (combinator == Combinator::any) return k_any_table;
  return combinator == Combinator::all ? k_all_table : k_none_table;
}

std::string named(Combinator combinator, const std::vector<RuleResult>& results) {
  std::string text(to_string(combinator));
  for (const RuleResult result : results) text += " " + std::string(to_string(result));
  return text;
}

bool is_undecided(RuleResult result) {
  return result == U || result == E || result == C;
}

/// Every list of `length` results.
std::vector<std::vector<RuleResult>> all_lists(std::size_t length) {
  std::vector<std::vector<RuleResult>> lists{{}};
  for (std::size_t place = 0; place < length; ++place) {
    std::vector<std::vector<RuleResult>> longer;
    for (const auto& list : lists) {
      for (const RuleResult result : k_results) {
        longer.push_back(list);
        longer.back().push_back(result);
      }
    }
    lists = std::move(longer);
  }
  return lists;
}

TEST(CombinedResults, OfEveryPairAreThoseOfTheTables) {
  for (const Combinator combinator : k_combinators) {
    for (std::size_t i = 0; i < k_results.size(); ++i) {
      for (std::size_t j = 0; j < k_results.size(); ++j) {
        const std::vector pair{k_results[i], k_results[j]};
        EXPECT_EQ(combined(combinator, pair), table_of(combinator)[i][j]) << named(combinator, pair);
      }
    }
  }
}

TEST(CombinedResults, OfOneAreThatOneOrItsContrary) {
  for (const RuleResult result : k_results) {
    EXPECT_EQ(combined(Combinator::any, std::array{result}), result);
    EXPECT_EQ(combined(Combinator::all, std::array{result}), result);
    EXPECT_EQ(combined(Combinator::none, std::array{result}), negated(result));
  }
}

TEST(CombinedResults, OfNothingNeverPass) {
  for (const Combinator combinator : k_combinators) EXPECT_EQ(combined(combinator, {}), RuleResult::error);
}

TEST(CombinedResults, DoNotDependOnTheOrderOrTheGrouping) {
  for (const auto& list : all_lists(3)) {
    for (const Combinator combinator : {Combinator::any, Combinator::all}) {
      const RuleResult grouped = combined(combinator, std::array{list[0], list[1]});
      EXPECT_EQ(combined(combinator, list), combined(combinator, std::array{grouped, list[2]}))
          << named(combinator, list);
      EXPECT_EQ(combined(combinator, list), combined(combinator, std::array{list[2], list[1], list[0]}))
          << named(combinator, list);
    }
  }
}

TEST(CombinedResults, FollowDeMorgan) {
  for (const auto& list : all_lists(3)) {
    std::vector<RuleResult> contrary = list;
    std::transform(list.begin(), list.end(), contrary.begin(), negated);
    EXPECT_EQ(combined(Combinator::none, list), combined(Combinator::all, contrary))
        << named(Combinator::none, list);
    EXPECT_EQ(combined(Combinator::any, list), negated(combined(Combinator::all, contrary)))
        << named(Combinator::any, list);
  }
}

/// Whatever the undecided ones turn out to be, a decided combination stays what it is; and an undecided one
/// could still turn out both ways.
TEST(CombinedResults, AreDecidedExactlyWhenTheUndecidedCannotChangeThem) {
  for (const auto& list : all_lists(3)) {
    const auto open = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), is_undecided));
    for (const Combinator combinator : k_combinators) {
      bool can_pass = false;
      bool can_fail = false;
      for (std::size_t guess = 0; guess < (std::size_t{1} << open); ++guess) {
        std::vector<RuleResult> settled = list;
        std::size_t bit = 0;
        for (RuleResult& result : settled)
          if (is_undecided(result)) result = ((guess >> bit++) & 1U) != 0 ? P : F;
        can_pass |= combined(combinator, settled) == P;
        can_fail |= combined(combinator, settled) == F;
      }
      const RuleResult result = combined(combinator, list);
      EXPECT_EQ(result == P, can_pass && !can_fail) << named(combinator, list);
      EXPECT_EQ(result == F, can_fail && !can_pass) << named(combinator, list);
      EXPECT_EQ(is_undecided(result), can_pass && can_fail) << named(combinator, list);
    }
  }
}

TEST(RuleResults, AreWordedAsInXccdf) {
  EXPECT_EQ(to_string(RuleResult::notapplicable), "notapplicable");
  EXPECT_EQ(to_string(RuleResult::notchecked), "notchecked");
}

}  // namespace
}  // namespace preshift
