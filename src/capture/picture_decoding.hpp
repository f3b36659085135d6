#pragma once

#include "problem.hpp"

#include <opencv2/core/mat.hpp>

#include <string>

namespace preshift {

/// Each decodes the bytes of one file to upright CV_8UC3 (BGR), or refuses it by `name`: too small, too large
/// (told from the header, before any memory is taken for pixels), cut off, or damaged. Transparent parts are
/// black.

[[nodiscard]] Result<cv::Mat> decode_jpeg(const std::string& bytes, const std::string& name);
[[nodiscard]] Result<cv::Mat> decode_png(const std::string& bytes, const std::string& name);

/// BMP, WebP and TIFF, through the video module.
[[nodiscard]] Result<cv::Mat> decode_rare_picture(const std::string& bytes, const std::string& name);

}  // namespace preshift
