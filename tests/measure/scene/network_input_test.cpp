#include "network_input.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace preshift {
namespace {

constexpr int k_pixels = 65'536;

TEST(NetworkInputSize, keeps_the_shape_of_usual_pictures) {
  EXPECT_EQ(network_input_size({640, 480}, k_pixels), cv::Size(288, 224));
  EXPECT_EQ(network_input_size({4000, 3000}, k_pixels), cv::Size(288, 224));
  EXPECT_EQ(network_input_size({480, 640}, k_pixels), cv::Size(224, 288));
  EXPECT_EQ(network_input_size({1920, 1080}, k_pixels), cv::Size(320, 192));
}

TEST(NetworkInputSize, costs_about_the_same_and_stretches_little_for_any_shape) {
  for (double aspect = 0.4; aspect < 2.5; aspect *= 1.05) {
    const auto size = network_input_size({static_cast<int>(1000 * aspect), 1000}, k_pixels);
    EXPECT_EQ(size.width % 32, 0);
    EXPECT_EQ(size.height % 32, 0);
    EXPECT_LE(size.area(), k_pixels);
    EXPECT_GE(size.area(), 45'000) << aspect;
    EXPECT_LT(std::abs(std::log(size.aspectRatio() / aspect)), 0.15) << aspect;
  }
}

TEST(NetworkInputSize, takes_the_most_extreme_shapes) {
  for (const cv::Size picture : {cv::Size(24'000, 120), cv::Size(160, 150'000), cv::Size(1, 1)}) {
    const auto size = network_input_size(picture, k_pixels);
    EXPECT_GE(std::min(size.width, size.height), 32);
    EXPECT_LE(size.area(), k_pixels);
  }
}

}  // namespace
}  // namespace preshift
