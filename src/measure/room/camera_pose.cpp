#include "camera_pose.hpp"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr double k_threshold_pixels = 4;
constexpr double k_largest_scale = 2.5;

std::vector<cv::Point2f> corners_of(cv::Size size) {
  const auto w = static_cast<float>(size.width);
  const auto h = static_cast<float>(size.height);
  return {{0, 0}, {w, 0}, {w, h}, {0, h}};
}

/// A view of the same room keeps the picture's corners in order, convex and of like size.
bool is_a_view(const cv::Matx33d& homography, cv::Size size) {
  const auto corners = corners_of(size);
  for (const auto& corner : corners)
    if ((homography * cv::Vec3d(corner.x, corner.y, 1))[2] <= 0.1) return false;
  const Outline moved = through(homography, corners);
  if (!cv::isContourConvex(moved)) return false;
  const double area = cv::contourArea(moved, true) / cv::contourArea(corners, true);
  return area > 1 / (k_largest_scale * k_largest_scale) && area < k_largest_scale * k_largest_scale;
}

}  // namespace

cv::Point2f through(const cv::Matx33d& homography, const cv::Point2f& point) {
  const cv::Vec3d moved = homography * cv::Vec3d(point.x, point.y, 1);
  return {static_cast<float>(moved[0] / moved[2]), static_cast<float>(moved[1] / moved[2])};
}

Outline through(const cv::Matx33d& homography, const Outline& outline) {
  Outline moved;
  for (const auto& corner : outline) moved.push_back(through(homography, corner));
  return moved;
}

double mean_displacement(const cv::Matx33d& homography, cv::Size size) {
  auto points = corners_of(size);
  points.emplace_back(static_cast<float>(size.width) / 2, static_cast<float>(size.height) / 2);
  double sum = 0;
  for (const auto& point : points) sum += cv::norm(through(homography, point) - point);
  return sum / static_cast<double>(points.size());
}

std::optional<CameraPose> find_pose(const std::vector<RoomFeature>& here,
                                    const std::vector<RoomFeature>& there,
                                    const std::vector<FeaturePair>& pairs, cv::Size size_there,
                                    std::size_t fewest) {
  if (pairs.size() < std::max<std::size_t>(fewest, 4)) return std::nullopt;
  std::vector<cv::Point2f> from, to;
  for (const FeaturePair& pair : pairs) {
    from.push_back(there[pair.there].at);
    to.push_back(here[pair.here].at);
  }
  cv::Mat inlier;
  const cv::Mat found =
      cv::findHomography(from, to, cv::USAC_MAGSAC, k_threshold_pixels, inlier, 3000, 0.999);
  if (found.empty() || std::abs(found.at<double>(2, 2)) < 1e-9) return std::nullopt;
  CameraPose pose;
  pose.homography = cv::Matx33d(found.ptr<double>()) * (1 / found.at<double>(2, 2));
  if (!is_a_view(pose.homography, size_there)) return std::nullopt;
  double squares = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double distance = cv::norm(through(pose.homography, from[i]) - to[i]);
    if (distance > k_threshold_pixels) continue;
    ++pose.inliers;
    squares += distance * distance;
  }
  if (pose.inliers < fewest) return std::nullopt;
  pose.residual = std::sqrt(squares / static_cast<double>(pose.inliers));
  return pose;
}

}  // namespace preshift
