#include "chart_axes.hpp"

#include "label_spreading.hpp"
#include "level_range.hpp"
#include "plot_numbers.hpp"
#include "round_ticks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace preshift {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();

TEST(RoundStep, IsOneTwoOrFiveTimesAPowerOfTen) {
  EXPECT_DOUBLE_EQ(round_step(100, 10), 10);
  EXPECT_DOUBLE_EQ(round_step(101, 10), 20);
  EXPECT_DOUBLE_EQ(round_step(0.3, 10), 0.05);
  EXPECT_DOUBLE_EQ(round_step(51, 10), 10);
  EXPECT_DOUBLE_EQ(round_step(50, 10), 5);
}

TEST(RoundTimeStep, FollowsTheClock) {
  EXPECT_DOUBLE_EQ(round_time_step(10, 12), 1);
  EXPECT_DOUBLE_EQ(round_time_step(600, 12), 60);
  EXPECT_DOUBLE_EQ(round_time_step(240, 12), 30);
  EXPECT_DOUBLE_EQ(round_time_step(8 * 3600.0, 12), 3600);
  EXPECT_DOUBLE_EQ(round_time_step(30 * 86400.0, 12), 5 * 86400.0);
}

TEST(RoundTimeStep, NeverGivesMorePartsThanAsked) {
  for (double span = 1; span < 4e6; span *= 1.7)
    for (const int most : {1, 7, 12, 640})
      EXPECT_LE(span / round_time_step(span, most), most + 1e-6) << span << " s in " << most;
}

TEST(Multiples, HoldBothEnds) {
  EXPECT_THAT(multiples(0.1, -0.1, 0.2), ElementsAre(DoubleNear(-0.1, 1e-12), DoubleNear(0, 1e-12),
                                                     DoubleNear(0.1, 1e-12), DoubleNear(0.2, 1e-12)));
  EXPECT_THAT(multiples(5, 1, 4), ElementsAre());
}

TEST(TimeTicks, AreInTheUnitOfTheirStep) {
  const Scale ten_minutes{0, 600, 0, 100};
  const auto ticks = time_ticks(ten_minutes, 120, Language::english);
  ASSERT_EQ(ticks.size(), 6U);
  EXPECT_EQ(ticks[5].label, "10");
  EXPECT_EQ(time_unit(120), TimeUnit::minutes);
  EXPECT_EQ(time_unit(30), TimeUnit::seconds);
  EXPECT_EQ(time_unit(7200), TimeUnit::hours);
}

TEST(NumberTicks, HaveAsManyDecimalsAsTheirStepNeeds) {
  const auto ticks = number_ticks({0, 0.4, 0, 100}, 0.2, Language::french);
  ASSERT_EQ(ticks.size(), 3U);
  EXPECT_EQ(ticks[1].label, "0,2");
}

TEST(PlottedNumber, IsWrittenAsThePrinterDoes) {
  EXPECT_EQ(plotted_number(-12.34, 1, Language::french), "\u221212,3");
  EXPECT_EQ(plotted_number(-12.34, 1, Language::english), "\u221212.3");
  EXPECT_EQ(plotted_number(1234567.5, 1, Language::french), "1\u202F234\u202F567,5");
  EXPECT_EQ(plotted_number(-25920, 0, Language::english), "\u221225,920");
  EXPECT_EQ(plotted_number(1000, 0, Language::french), "1000");
}

TEST(NominalThird, IsThePreferredNumberNextToTheExactFrequency) {
  for (int third = -22; third <= 13; ++third)
    EXPECT_NEAR(nominal_third_hz(third) / (1000 * std::pow(10, third / 10.0)), 1, 0.02) << third;
  EXPECT_DOUBLE_EQ(nominal_third_hz(-22), 6.3);
  EXPECT_DOUBLE_EQ(nominal_third_hz(13), 20000);
  EXPECT_EQ(plotted_frequency(nominal_third_hz(-15), Language::french), "31,5");
  EXPECT_EQ(plotted_frequency(nominal_third_hz(1), Language::english), "1.25k");
}

TEST(LevelRange, HoldsEveryLevelBetweenRoundTicks) {
  const LevelRange range = level_range({34, 61.2, k_nan});
  EXPECT_LE(range.low, 33);
  EXPECT_GE(range.high, 62.2);
  EXPECT_DOUBLE_EQ(std::fmod(range.low, range.step), 0);
  EXPECT_DOUBLE_EQ(std::fmod(range.high, range.step), 0);
}

TEST(LevelRange, DoesNotMagnifyNothing) {
  const LevelRange range = level_range({40, 40.1});
  EXPECT_GE(range.high - range.low, 20);
}

TEST(LevelRange, IsNotStretchedByDigitalSilence) {
  const LevelRange range = level_range({-160, -30});
  EXPECT_GE(range.high, -30);
  EXPECT_GE(range.low, -160);
}

TEST(LevelRange, DoesWithoutAnyLevel) {
  for (const auto& levels : {std::vector<double>{}, std::vector<double>{k_nan, 1e300}}) {
    const LevelRange range = level_range(levels);
    EXPECT_LT(range.low, range.high);
    EXPECT_GT(range.step, 0);
  }
}

TEST(SpreadApart, LeavesAloneWhatDoesNotTouch) {
  EXPECT_THAT(spread_apart(std::vector<double>{10, 40, 90}, 15, 0, 100), ElementsAre(10, 40, 90));
  EXPECT_TRUE(spread_apart({}, 15, 0, 100).empty());
}

TEST(SpreadApart, MovesNeighboursEquallyFar) {
  EXPECT_THAT(spread_apart(std::vector<double>{50, 50}, 10, 0, 100), ElementsAre(45, 55));
}

TEST(SpreadApart, StaysBetweenTheEnds) {
  EXPECT_THAT(spread_apart(std::vector<double>{99, 99, 100}, 10, 0, 100), ElementsAre(80, 90, 100));
  EXPECT_THAT(spread_apart(std::vector<double>{0, 1}, 10, 0, 100), ElementsAre(0, 10));
  EXPECT_THAT(spread_apart(std::vector<double>{1, 2, 3}, 99, 0, 100), ElementsAre(0, 50, 100));
}

}  // namespace
}  // namespace preshift
