#include "series.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace preshift {
namespace {

TEST(MeanOfPictures, one_picture_is_known_to_its_resolution) {
  const auto result = mean_of_pictures(std::vector{40.0}, 0.6);
  EXPECT_DOUBLE_EQ(result.value, 40);
  EXPECT_NEAR(result.expanded_uncertainty, 2 * 0.6 / std::sqrt(12.0), 1e-12);
}

TEST(MeanOfPictures, the_uncertainty_is_twice_the_spread) {
  const auto result = mean_of_pictures(std::vector{38.0, 42.0, 38.0, 42.0}, 0);
  EXPECT_DOUBLE_EQ(result.value, 40);
  EXPECT_NEAR(result.expanded_uncertainty, 2 * std::sqrt(16.0 / 3), 1e-12);
}

TEST(MedianOfCounts, counts_that_agree_are_certain) {
  const auto result = median_of_counts(std::vector<int>(40, 1));
  EXPECT_EQ(result.value, 1);
  EXPECT_EQ(result.expanded_uncertainty, 0);
}

TEST(MedianOfCounts, a_count_in_one_picture_alone_is_a_slip_of_the_detector) {
  std::vector<int> counts(40, 1);
  counts[5] = 0;
  counts[20] = 2;
  counts[30] = 0;
  EXPECT_EQ(median_of_counts(counts).expanded_uncertainty, 0);
}

TEST(MedianOfCounts, a_person_who_walks_through_widens_the_uncertainty) {
  std::vector<int> counts(40, 1);
  for (const std::size_t i : {10, 11, 12}) counts[i] = 2;
  const auto result = median_of_counts(counts);
  EXPECT_EQ(result.value, 1);
  EXPECT_EQ(result.expanded_uncertainty, 1);
}

TEST(MedianOfCounts, the_outermost_twentieth_does_not_count) {
  std::vector<int> counts(80, 0);
  counts[40] = counts[41] = 3;  // 2.5 % at the upper end
  EXPECT_EQ(median_of_counts(counts).expanded_uncertainty, 0);
  counts[42] = 3;
  EXPECT_EQ(median_of_counts(counts).expanded_uncertainty, 3);
}

TEST(MedianOfCounts, of_two_middle_counts_the_higher_is_taken) {
  const auto result = median_of_counts(std::vector{1, 2});
  EXPECT_EQ(result.value, 2);
  EXPECT_EQ(result.expanded_uncertainty, 1);
}

}  // namespace
}  // namespace preshift
