#include "room_pose.hpp"

#include "camera_pose.hpp"

#include <algorithm>

namespace preshift {
namespace {

constexpr std::size_t k_features = 1000;
constexpr std::size_t k_fewest_agreeing = 8;
constexpr int k_reach_of_shift = 64;  // pixels, of 640
constexpr float k_reach_of_refinement = 8;

std::size_t count_inliers(const SeenPicture& picture, const std::vector<RoomFeature>& features,
                          const std::vector<FeaturePair>& pairs, const cv::Matx33d& homography,
                          double& residual) {
  std::size_t inliers = 0;
  double squares = 0;
  for (const FeaturePair& pair : pairs) {
    const double distance =
        cv::norm(through(homography, features[pair.there].at) - picture.features[pair.here].at);
    if (distance > 6) continue;
    ++inliers;
    squares += distance * distance;
  }
  residual = std::sqrt(squares / static_cast<double>(std::max<std::size_t>(1, inliers)));
  return inliers;
}

}  // namespace

SeenPicture see(const cv::Mat& grey) {
  return {grey.size(), find_features(grey, {}, k_features), find_edge_field(grey)};
}

std::optional<RoomPose> find_room_pose(const SeenPicture& picture, const std::vector<RoomFeature>& features,
                                       const std::vector<EdgePoint>& surroundings, cv::Size enrolled) {
  const auto pairs = match_features(picture.features, features);
  std::vector<cv::Matx33d> starts;
  if (const auto pose = find_pose(picture.features, features, pairs, enrolled, k_fewest_agreeing))
    starts.push_back(pose->homography);
  const double sx = static_cast<double>(picture.size.width) / enrolled.width;
  const double sy = static_cast<double>(picture.size.height) / enrolled.height;
  starts.push_back(
      find_shift(picture.edges, surroundings, cv::Matx33d(sx, 0, 0, 0, sy, 0, 0, 0, 1), k_reach_of_shift, 3));
  std::optional<RoomPose> best;
  for (const cv::Matx33d& start : starts) {
    RoomPose pose;
    pose.homography =
        refine(picture.edges, surroundings, {}, start, Freedom::homography, k_reach_of_refinement);
    pose.edges = agree(picture.edges, surroundings, pose.homography);
    pose.inliers = count_inliers(picture, features, pairs, pose.homography, pose.residual);
    if (!best || pose.edges.beyond_chance() > best->edges.beyond_chance()) best = pose;
  }
  return best;
}

}  // namespace preshift
