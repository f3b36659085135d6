#include "network_input.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace preshift {
namespace {

TEST(NetworkInputSize, keeps_the_shape_of_usual_pictures) {
  EXPECT_EQ(network_input_size({640, 480}), cv::Size(384, 288));
  EXPECT_EQ(network_input_size({4000, 3000}), cv::Size(384, 288));
  EXPECT_EQ(network_input_size({480, 640}), cv::Size(288, 384));
  EXPECT_EQ(network_input_size({1920, 1080}), cv::Size(448, 256));
}

TEST(NetworkInputSize, costs_about_the_same_and_stretches_little_for_any_shape) {
  for (double aspect = 0.4; aspect < 2.5; aspect *= 1.05) {
    const auto size = network_input_size({static_cast<int>(1000 * aspect), 1000});
    EXPECT_EQ(size.width % 32, 0);
    EXPECT_EQ(size.height % 32, 0);
    EXPECT_LE(size.area(), 115'200);
    EXPECT_GE(size.area(), 85'000) << aspect;
    EXPECT_LT(std::abs(std::log(size.aspectRatio() / aspect)), 0.1) << aspect;
  }
}

TEST(NetworkInputSize, takes_the_most_extreme_shapes) {
  for (const cv::Size picture : {cv::Size(24'000, 120), cv::Size(160, 150'000), cv::Size(1, 1)}) {
    const auto size = network_input_size(picture);
    EXPECT_GE(std::min(size.width, size.height), 32);
    EXPECT_LE(size.area(), 115'200);
  }
}

}  // namespace
}  // namespace preshift
