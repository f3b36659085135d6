#include "video_sampling.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace preshift {
namespace {

/// The seconds of the frames taken.
std::vector<double> taken(VideoSampling sampling, const std::vector<double>& positions_ms) {
  std::vector<double> seconds;
  for (const double position : positions_ms)
    if (sampling.takes(position)) seconds.push_back(sampling.seconds());
  return seconds;
}

std::vector<double> steady(std::size_t frames, double frames_per_second, double first_ms = 0) {
  std::vector<double> positions;
  for (std::size_t i = 0; i < frames; ++i)
    positions.push_back(first_ms + 1000 * static_cast<double>(i) / frames_per_second);
  return positions;
}

TEST(VideoSampling, TakesTwoASecondByTheTimestampsWhateverRateIsClaimed) {
  for (const double claimed : {30.0, 1000.0, 0.0, 5.0}) {
    const auto seconds = taken(VideoSampling(2, claimed), steady(61, 20));
    EXPECT_EQ(seconds, (std::vector<double>{0, 0.5, 1, 1.5, 2, 2.5, 3})) << claimed;
  }
}

TEST(VideoSampling, CountsFromTheFirstFrame) {
  EXPECT_EQ(taken(VideoSampling(2, 25), steady(21, 20, 90'000)), (std::vector<double>{0, 0.5, 1}));
}

TEST(VideoSampling, TakesTheFirstFrameAfterEachPeriodWhenFramesComeUnevenly) {
  EXPECT_EQ(taken(VideoSampling(2, 25), {0, 400, 700, 900, 1100, 5000, 5100, 5500}),
            (std::vector<double>{0, 0.7, 1.1, 5, 5.5}));
}

TEST(VideoSampling, TakesEveryFrameOfASlowVideo) {
  EXPECT_EQ(taken(VideoSampling(2, 25), steady(4, 1)), (std::vector<double>{0, 1, 2, 3}));
}

TEST(VideoSampling, ToleratesTimestampsRoundedToAMillisecond) {
  EXPECT_EQ(taken(VideoSampling(2, 30), {0, 499.6, 999.7, 1500}).size(), 4U);
}

TEST(VideoSampling, FallsBackToTheClaimedRateWhenTimestampsStandStill) {
  const auto seconds = taken(VideoSampling(2, 10), std::vector<double>(21, 0.0));
  ASSERT_EQ(seconds.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(seconds[i], 0.5 * static_cast<double>(i), 1e-9);
}

TEST(VideoSampling, FallsBackToTwentyFiveASecondWhenTheClaimIsNonsense) {
  for (const double claimed : {0.0, -1.0, 90'000.0, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_EQ(taken(VideoSampling(2, claimed), std::vector<double>(51, 0.0)).size(), 5U) << claimed;
}

TEST(VideoSampling, NeverGoesBackInTime) {
  VideoSampling sampling(2, 10);
  double last = -1;
  for (const double position :
       {0.0, 100.0, 200.0, 150.0, std::numeric_limits<double>::quiet_NaN(), -1e300, 900.0}) {
    (void)sampling.takes(position);
    EXPECT_GT(sampling.seconds(), last);
    last = sampling.seconds();
  }
}

}  // namespace
}  // namespace preshift
