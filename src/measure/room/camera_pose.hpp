#pragma once

#include "room_features.hpp"

#include <opencv2/core/matx.hpp>

#include <optional>
#include <vector>

namespace preshift {

/// Where the camera looks, told against another picture of the same view.
struct CameraPose {
  cv::Matx33d homography = cv::Matx33d::eye();  ///< from there to here
  std::size_t inliers = 0;                      ///< pairs that it explains within 4 pixels
  double residual = 0;                          ///< RMS of the inliers' distances, in pixels
};

/// The homography that most pairs agree on, by USAC with MAGSAC++ scoring (Barath et al. 2020); none where
/// fewer than `fewest` agree, or where what they agree on is no view of a room: mirrored, folded, or larger
/// or smaller by more than 2.5. The same pairs always give the same pose.
[[nodiscard]] std::optional<CameraPose> find_pose(const std::vector<RoomFeature>& here,
                                                  const std::vector<RoomFeature>& there,
                                                  const std::vector<FeaturePair>& pairs, cv::Size size_there,
                                                  std::size_t fewest);

/// A point through a homography.
[[nodiscard]] cv::Point2f through(const cv::Matx33d& homography, const cv::Point2f& point);
[[nodiscard]] Outline through(const cv::Matx33d& homography, const Outline& outline);

/// How far the corners and the middle of a picture of this size move, on average, in pixels.
[[nodiscard]] double mean_displacement(const cv::Matx33d& homography, cv::Size size);

}  // namespace preshift
