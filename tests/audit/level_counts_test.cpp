#include "audit_statistics.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace preshift::testing {
namespace {

TEST(LevelCounts, GiveQuantilesToATwentiethOfADecibel) {
  LevelCounts counts;
  for (int level = 30; level < 40; ++level) counts.add(level + 0.42, 1);
  EXPECT_NEAR(counts.quantile(0.5), 34.45, 1e-9);
  EXPECT_NEAR(counts.quantile(0.95), 39.45, 1e-9);
  EXPECT_NEAR(counts.quantile(0), 30.45, 1e-9);
}

/// Of so many checks of each agent, the first of nobody known.
LevelCounts counts_of(std::initializer_list<int> checks) {
  LevelCounts counts;
  std::int32_t agent = 0;
  for (const int of_agent : checks) {
    for (int i = 0; i < of_agent; ++i) counts.add(40, agent);
    ++agent;
  }
  return counts;
}

TEST(LevelCounts, AreToldWhereTheyAreNobodysInParticular) {
  EXPECT_TRUE(counts_of({0, 2, 2, 1}).are_told());
  EXPECT_FALSE(counts_of({0, 2, 1, 1}).are_told()) << "too few checks";
  EXPECT_FALSE(counts_of({0, 20}).are_told()) << "one agent's";
  EXPECT_FALSE(counts_of({0, 10, 10}).are_told()) << "each of the two knows the other's";
  EXPECT_TRUE(counts_of({0, 10, 9, 1}).are_told());
  EXPECT_FALSE(counts_of({0, 11, 9, 1}).are_told()) << "more than half of them are one agent's";
  EXPECT_FALSE(counts_of({20, 1, 1}).are_told()) << "nobody known is no third agent";
  EXPECT_FALSE(counts_of({4, 9, 6, 6}).are_told()) << "those of nobody known may be of the one with most";
  EXPECT_TRUE(counts_of({2, 6, 4, 4}).are_told());
}

TEST(LevelCounts, KeepWhoseTheyAreWhenTheyAreAdded) {
  LevelCounts all = counts_of({0, 4, 1});
  EXPECT_FALSE(all.are_told());
  all += counts_of({0, 0, 2, 1});
  EXPECT_TRUE(all.are_told());
  EXPECT_EQ(all.count, 8);
  all += counts_of({0, 1});
  EXPECT_FALSE(all.are_told()) << "five of nine are the first agent's";
}

}  // namespace
}  // namespace preshift::testing
