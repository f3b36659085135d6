#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <string>

namespace preshift::testing {

/// A picture whose quarters are, from the top left to the bottom right: blue, green, red, white.
[[nodiscard]] cv::Mat quarters(int width, int height);

[[nodiscard]] std::string jpeg_of(const cv::Mat& bgr);
[[nodiscard]] std::string png_of(const cv::Mat& bgr);
[[nodiscard]] std::string bmp_of(const cv::Mat& bgr);

/// The same JPEG with an Exif block that says how the camera was held.
[[nodiscard]] std::string with_orientation(const std::string& jpeg, int orientation);

/// A PNG of black in every pixel; tiny, however large the picture.
[[nodiscard]] std::string black_png(std::uint32_t width, std::uint32_t height);

/// The same JPEG with other numbers for its size in the header.
[[nodiscard]] std::string with_size(std::string jpeg, int width, int height);

}  // namespace preshift::testing
