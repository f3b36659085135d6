#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace preshift {

/// What differs between two pictures beside their light, for each pixel of a field of at most 160 pixels in
/// its longer side.
struct Changes {
  cv::Mat residual;        ///< CV_32FC1, levels of 255: what no change of light explains
  double noise_level = 0;  ///< of the residual where nothing moves, as a standard deviation

  /// CV_8UC1, 255 where the residual exceeds both `least_levels` and `noise_factor` times the noise.
  [[nodiscard]] cv::Mat above(double least_levels, double noise_factor) const;
};

/// `before`, `now`: small grey copies (picture_quality.hpp) of equal size. Light changes smoothly and scales
/// what it falls on, so of each picture what is smoother than a twentieth of the longer side is taken away,
/// and of the rest what the picture before explains when it is scaled by one factor for each neighbourhood,
/// found by least squares (0.4 to 2.5; flicker, automatic exposure, a lamp, clouds). The noise is 3.138
/// times the lower quartile of the residual, which holds as long as a good part of the picture rests.
[[nodiscard]] Changes changes_between(const cv::Mat& before, const cv::Mat& now);

/// A rectangle of the picture, in pixels of a field of the changes. `scale`: field over picture.
[[nodiscard]] cv::Rect in_field(const cv::Rect2f& box, double scale, cv::Size field);

}  // namespace preshift
