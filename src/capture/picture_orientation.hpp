#pragma once

#include <opencv2/core/mat.hpp>

#include <string_view>

namespace preshift {

/// How a camera was held, from an Exif block (Exif 2.32: a TIFF header, then tag 0x0112 of its first
/// directory): 1 to 8, and 1 (upright) when the block does not say or is damaged.
[[nodiscard]] int exif_orientation(std::string_view tiff);

/// The Exif block of a JPEG file, or nothing.
[[nodiscard]] std::string_view exif_of_jpeg(std::string_view jpeg);

/// The picture as it was seen. Phones store what their sensor gives and note how they were held; people lying
/// on their side in a picture would not be found. `orientation`: 1 to 8.
[[nodiscard]] cv::Mat turn_upright(const cv::Mat& picture, int orientation);

}  // namespace preshift
