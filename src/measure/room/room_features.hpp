#pragma once

#include "room_enrolment.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace preshift {

/// The copy that all room work is done on: 8-bit luma (CV_8UC1), averaged over areas to a longer side of at
/// most 640 pixels.
[[nodiscard]] cv::Mat room_grey_copy(const cv::Mat& bgr);

/// From a pixel of the picture to the same place in its grey copy: multiply.
[[nodiscard]] double grey_scale_of(cv::Size picture);

/// ORB features spread over the picture: each field of a grid gives its best, so that a shelf of books does
/// not take them all. In pixels of `grey`, where `allowed` (CV_8UC1, may be empty: everywhere) is not 0.
[[nodiscard]] std::vector<RoomFeature> find_features(const cv::Mat& grey, const cv::Mat& allowed,
                                                     std::size_t most);

/// A feature here and the one there that look alike.
struct FeaturePair {
  std::size_t here = 0;
  std::size_t there = 0;
};

/// The pairs that are each other's nearest by Hamming distance, and clearly nearer than the second nearest.
[[nodiscard]] std::vector<FeaturePair> match_features(const std::vector<RoomFeature>& here,
                                                      const std::vector<RoomFeature>& there);

}  // namespace preshift
