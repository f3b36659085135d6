#include "level_histogram.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace preshift {
namespace {

TEST(LevelHistogram, ASteadyLevelIsExactAtEveryShare) {
  LevelHistogram histogram;
  for (int i = 0; i < 100; ++i) histogram.add(-43.21);
  for (const double share : {0.0, 0.1, 0.5, 0.9, 1.0}) EXPECT_DOUBLE_EQ(histogram.quantile(share), -43.21);
  EXPECT_NEAR(histogram.variance(), 0, 1e-12);
}

TEST(LevelHistogram, AnEvenSpreadHasItsQuantilesWhereTheyBelong) {
  LevelHistogram histogram;
  for (int i = 0; i < 10000; ++i) histogram.add(-60 + 20 * (i + 0.5) / 10000);
  for (const double share : {0.05, 0.1, 0.5, 0.9, 0.95})
    EXPECT_NEAR(histogram.quantile(share), -60 + 20 * share, 0.005);
  EXPECT_NEAR(histogram.variance(), 20.0 * 20 / 12, 0.01);
}

TEST(LevelHistogram, ASplitIsFoundOnBothSides) {
  LevelHistogram histogram;
  for (int i = 0; i < 30; ++i) histogram.add(-20);
  for (int i = 0; i < 70; ++i) histogram.add(-50);
  EXPECT_NEAR(histogram.quantile(0.69), -50, LevelHistogram::k_bin_db);
  EXPECT_NEAR(histogram.quantile(0.71), -20, LevelHistogram::k_bin_db);
}

TEST(LevelHistogram, NothingFallsOffItsEnds) {
  LevelHistogram histogram;
  histogram.add(-std::numeric_limits<double>::infinity());
  histogram.add(1000);
  EXPECT_EQ(histogram.count(), 2U);
  EXPECT_DOUBLE_EQ(histogram.quantile(0), LevelHistogram::k_lowest_db);
  EXPECT_DOUBLE_EQ(histogram.quantile(1), LevelHistogram::k_highest_db);
}

TEST(LevelHistogram, ALevelAtTheFloorStaysThere) {
  LevelHistogram histogram;
  for (int i = 0; i < 10; ++i) histogram.add(i < 9 ? -200 : -30);
  EXPECT_DOUBLE_EQ(histogram.quantile(0.5), LevelHistogram::k_lowest_db);
}

}  // namespace
}  // namespace preshift
