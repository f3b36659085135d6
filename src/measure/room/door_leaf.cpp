#include "door_leaf.hpp"

#include "camera_pose.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr double k_focal_length = 0.83;  // of the picture's width

/// The door's plane as the camera sees it: a point u across and v down the door (0 to 1) lies at
/// origin + u across + v down, in units of the distance to its upper left corner.
struct DoorPlane {
  cv::Vec3d origin, across, down;
};

std::optional<DoorPlane> find_plane(const std::array<cv::Point2f, 4>& corners, const cv::Matx33d& camera) {
  const std::array<cv::Point2f, 4> unit{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
  const cv::Mat found = cv::getPerspectiveTransform(unit.data(), corners.data());
  const cv::Matx33d columns = camera.inv() * cv::Matx33d(found.ptr<double>());
  const auto column = [&](int i) { return cv::Vec3d(columns(0, i), columns(1, i), columns(2, i)); };
  DoorPlane plane{column(2), column(0), column(1)};
  if (plane.origin[2] <= 0) return std::nullopt;
  // The outline is never exact: across and down are made to meet at a right angle.
  const double skew = plane.across.dot(plane.down) / plane.down.dot(plane.down);
  if (!std::isfinite(skew) || std::abs(skew) > 1) return std::nullopt;
  return plane;
}

cv::Matx33d columns(const cv::Vec3d& a, const cv::Vec3d& b, const cv::Vec3d& c) {
  return {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
}

}  // namespace

std::optional<std::array<cv::Point2f, 4>> corners_of_door(const Outline& outline) {
  Outline hull;
  cv::convexHull(outline, hull);
  while (hull.size() > 4) {  // the corner that the area needs least goes
    const auto area_without = [&](std::size_t i) {
      Outline rest = hull;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      return cv::contourArea(rest);
    };
    std::size_t least = 0;
    for (std::size_t i = 1; i < hull.size(); ++i)
      if (area_without(i) > area_without(least)) least = i;
    hull.erase(hull.begin() + static_cast<std::ptrdiff_t>(least));
  }
  if (hull.size() < 4 || cv::contourArea(hull) < 1) return std::nullopt;
  std::array<cv::Point2f, 4> corners;
  std::copy(hull.begin(), hull.end(), corners.begin());
  // Two on the left, two on the right, each pair by height.
  std::sort(corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
  if (corners[0].y > corners[1].y) std::swap(corners[0], corners[1]);
  if (corners[2].y > corners[3].y) std::swap(corners[2], corners[3]);
  return std::array{corners[0], corners[2], corners[3], corners[1]};
}

std::array<cv::Point2f, 4> widened(const std::array<cv::Point2f, 4>& corners, Hinge hinge, double width) {
  const std::array<cv::Point2f, 4> unit{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
  const cv::Mat found = cv::getPerspectiveTransform(unit.data(), corners.data());
  const cv::Matx33d to_picture(found.ptr<double>());
  const auto left = static_cast<float>(hinge == Hinge::left ? 1 - width : 0);
  const auto right = static_cast<float>(hinge == Hinge::left ? 1 : width);
  return {through(to_picture, {left, 0}), through(to_picture, {right, 0}), through(to_picture, {right, 1}),
          through(to_picture, {left, 1})};
}

std::vector<LeafMotion> leaf_motions(const std::array<cv::Point2f, 4>& corners, cv::Size picture, Hinge hinge,
                                     Swing swing, const std::vector<double>& degrees) {
  const double f = k_focal_length * picture.width;
  const cv::Matx33d camera(f, 0, picture.width / 2.0, 0, f, picture.height / 2.0, 0, 0, 1);
  const auto plane = find_plane(corners, camera);
  if (!plane) return {};
  const cv::Matx33d closed = camera * columns(plane->across, plane->down, plane->origin);
  const double width = cv::norm(plane->across);
  cv::Vec3d normal = plane->across.cross(plane->down);
  normal *= width / cv::norm(normal);
  if (normal.dot(plane->origin) > 0) normal = -normal;  // towards the camera
  std::vector<LeafMotion> motions;
  for (const double angle : degrees) {
    const double cosine = std::cos(angle * CV_PI / 180), sine = std::sin(angle * CV_PI / 180);
    const cv::Vec3d out = normal * (swing == Swing::towards ? sine : -sine);
    // Across runs from left to right: from the hinges, or to them.
    const cv::Vec3d across =
        hinge == Hinge::left ? plane->across * cosine + out : plane->across * cosine - out;
    const cv::Vec3d origin = hinge == Hinge::left ? plane->origin : plane->origin + plane->across - across;
    const cv::Matx33d open = camera * columns(across, plane->down, origin);
    motions.push_back({angle, open * closed.inv()});
  }
  return motions;
}

}  // namespace preshift
