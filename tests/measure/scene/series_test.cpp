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

}  // namespace
}  // namespace preshift
