#pragma once

#include "edge_alignment.hpp"
#include "room_features.hpp"

#include <opencv2/core/matx.hpp>

#include <optional>
#include <vector>

namespace preshift {

/// A picture as the room's judge sees it.
struct SeenPicture {
  cv::Size size;  ///< of the grey copy
  std::vector<RoomFeature> features;
  EdgeField edges;
};

[[nodiscard]] SeenPicture see(const cv::Mat& grey);

/// The camera's pose in a picture of the enrolled room.
struct RoomPose {
  cv::Matx33d homography;   ///< from the enrolled grey copy to the picture's
  std::size_t inliers = 0;  ///< features that agree on it
  double residual = 0;      ///< RMS of their distances, in pixels
  EdgeAgreement edges;      ///< of the edges around the room
};

/// Where the picture shows the enrolled room: the homography of its features, and, for a camera that moved
/// little in a light that leaves few features, the shift that brings the most edges together; each refined by
/// the edges, and the one taken that explains more of them.
[[nodiscard]] std::optional<RoomPose> find_room_pose(const SeenPicture& picture,
                                                     const std::vector<RoomFeature>& features,
                                                     const std::vector<EdgePoint>& surroundings,
                                                     cv::Size enrolled);

}  // namespace preshift
