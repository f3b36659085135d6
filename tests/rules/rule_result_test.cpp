#include "rule_result.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr std::array k_results{RuleResult::pass,        RuleResult::fail,          RuleResult::unknown,
                               RuleResult::error,       RuleResult::notapplicable, RuleResult::notchecked,
                               RuleResult::notselected, RuleResult::informational, RuleResult::fixed};
constexpr std::array k_combinators{Combinator::any, Combinator::all, Combinator::none};

constexpr RuleResult P = RuleResult::pass;
constexpr RuleResult F = RuleResult::fail;
constexpr RuleResult U = RuleResult::unknown;
constexpr RuleResult E = RuleResult::error;
constexpr RuleResult A = RuleResult::notapplicable;
constexpr RuleResult C = RuleResult::notchecked;
constexpr RuleResult N = RuleResult::notselected;
constexpr RuleResult I = RuleResult::informational;
constexpr RuleResult X = RuleResult::fixed;

/// Row: one result, column: the other, both in the order of k_results.
using Table = RuleResult[9][9];

constexpr Table k_any_table{
    {P, P, P, P, P, P, P, P, P}, {P, F, U, E, F, C, F, F, X}, {P, U, U, E, U, U, U, U, X},
    {P, E, E, E, E, E, E, E, X}, {P, F, U, E, A, C, A, I, X}, {P, C, U, E, C, C, C, C, X},
    {P, F, U, E, A, C, N, I, X}, {P, F, U, E, I, C, I, I, X}, {P, X, X, X, X, X, X, X, X}};
constexpr Table k_all_table{
    {P, F, U, E, P, C, P, P, X}, {F, F, F, F, F, F, F, F, F}, {U, F, U, E, U, U, U, U, U},
    {E, F, E, E, E, E, E, E, E}, {P, F, U, E, A, C, A, I, X}, {C, F, U, E, C, C, C, C, C},
    {P, F, U, E, A, C, N, I, X}, {P, F, U, E, I, C, I, I, X}, {X, F, U, E, X, C, X, X, X}};
constexpr Table k_none_table{
    {F, F, F, F, F, F, F, F, F}, {F, P, U, E, P, C, P, P, F}, {F, U, U, E, U, U, U, U, F},
    {F, E, E, E, E, E, E, E, F}, {F, P, U, E, A, C, A, I, F}, {F, C, U, E, C, C, C, C, F},
    {F, P, U, E, A, C, N, I, F}, {F, P, U, E, I, C, I, I, F}, {F, F, F, F, F, F, F, F, F}};

const Table& table_of(Combinator combinator) {
  if (combinator == Combinator::any) return k_any_table;
  return combinator == Combinator::all ? k_all_table : k_none_table;
}

/// Kleene's truth values as numbers, so that `any` is the greatest, `all` the least and `none` what `any`
/// lacks to 1; nullopt for what has no say.
std::optional<double> truth_of(RuleResult result) {
  if (result == P || result == X) return 1.0;
  if (result == F) return 0.0;
  if (result == U || result == E || result == C) return 0.5;
  return std::nullopt;
}

/// The first of these that is in the list.
RuleResult first_of(std::initializer_list<RuleResult> order, const std::vector<RuleResult>& list) {
  for (const RuleResult result : order)
    if (std::count(list.begin(), list.end(), result) > 0) return result;
  ADD_FAILURE() << "none of them is in the list";
  return E;
}

/// What a combination is, by arithmetic on truth values instead of an order of results.
RuleResult by_arithmetic(Combinator combinator, const std::vector<RuleResult>& list) {
  std::vector<double> truths;
  for (const RuleResult result : list)
    if (const auto truth = truth_of(result)) truths.push_back(*truth);
  if (truths.empty()) return first_of({I, A, N}, list);
  const auto [least, greatest] = std::minmax_element(truths.begin(), truths.end());
  const double truth = combinator == Combinator::all   ? *least
                       : combinator == Combinator::any ? *greatest
                                                       : 1 - *greatest;
  if (truth == 0.5) return first_of({E, U, C}, list);
  if (truth == 0) return F;
  if (combinator == Combinator::none) return P;
  return combinator == Combinator::any ? first_of({P, X}, list) : first_of({X, P}, list);
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

TEST(CombinedResults, OfEveryListOfUpToFourFollowKleenesArithmetic) {
  for (std::size_t length = 1; length <= 4; ++length) {
    for (const auto& list : all_lists(length)) {
      for (const Combinator combinator : k_combinators) {
        EXPECT_EQ(combined(combinator, list), by_arithmetic(combinator, list)) << named(combinator, list);
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
    const RuleResult any = combined(Combinator::any, list);
    EXPECT_EQ(any == X ? P : any, negated(combined(Combinator::all, contrary)))
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
        can_pass |= is_passed(combined(combinator, settled));
        can_fail |= combined(combinator, settled) == F;
      }
      const RuleResult result = combined(combinator, list);
      EXPECT_EQ(is_passed(result), can_pass && !can_fail) << named(combinator, list);
      EXPECT_EQ(result == F, can_fail && !can_pass) << named(combinator, list);
      EXPECT_EQ(is_undecided(result), can_pass && can_fail) << named(combinator, list);
    }
  }
}

TEST(RuleResults, AreWordedAsInXccdf) {
  EXPECT_EQ(to_string(RuleResult::notapplicable), "notapplicable");
  EXPECT_EQ(to_string(RuleResult::notchecked), "notchecked");
  EXPECT_EQ(to_string(RuleResult::notselected), "notselected");
  EXPECT_EQ(to_string(RuleResult::informational), "informational");
  EXPECT_EQ(to_string(RuleResult::fixed), "fixed");
}

}  // namespace
}  // namespace preshift
