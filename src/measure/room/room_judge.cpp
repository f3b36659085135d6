#include "room_judge.hpp"

#include "camera_pose.hpp"
#include "door_evidence.hpp"
#include "room_features.hpp"
#include "room_pose.hpp"
#include "sensing_texts.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_fewest_agreeing = 5;  // features; besides, the edges of the room must agree
constexpr double k_least_edges = 0.2;         // share of the room's edges that agree beyond chance
constexpr int k_door_steps = 4;
constexpr std::size_t k_rich = 150;  // features from which a picture counts as rich
constexpr double k_expected_agreement =
    0.25;                               // share of the features in view that a good picture finds again
constexpr double k_least_in_view = 60;  // % of the doorway
constexpr double k_most_covered = 60;   // % of the doorway in view

Outline scaled(const Outline& outline, double scale) {
  Outline result;
  for (const auto& corner : outline) result.push_back(corner * scale);
  return result;
}

std::vector<EdgePoint> scaled(std::vector<EdgePoint> edges, double scale) {
  for (EdgePoint& edge : edges) edge.at = edge.at * scale;
  return edges;
}

cv::Mat filled(cv::Size size, const Outline& outline) {
  cv::Mat mask = cv::Mat::zeros(size, CV_8U);
  std::vector<cv::Point> corners;
  for (const auto& corner : outline) corners.emplace_back(cvRound(corner.x), cvRound(corner.y));
  cv::fillPoly(mask, std::vector{corners}, 255);
  return mask;
}

Message because(const Text& text) {
  return {text, {}};
}

}  // namespace

/// The enrolment in pixels of its grey copy.
struct RoomJudge::Prepared {
  RoomEnrolment room;
  double scale = 1;
  cv::Size size;
  std::vector<RoomFeature> features;
  std::vector<EdgePoint> surroundings;
  DoorPattern pattern;
  cv::Mat door;     // CV_8U: the doorway
  cv::Mat allowed;  // CV_8U: outside the masks
};

RoomJudge::RoomJudge(RoomEnrolment room) : m_prepared(std::make_unique<Prepared>()) {
  Prepared& prepared = *m_prepared;
  prepared.scale = grey_scale_of(room.picture);
  prepared.size = {cvRound(room.picture.width * prepared.scale),
                   cvRound(room.picture.height * prepared.scale)};
  prepared.features = room.features;
  for (RoomFeature& feature : prepared.features) feature.at = feature.at * prepared.scale;
  prepared.surroundings = scaled(room.surroundings, prepared.scale);
  prepared.pattern = make_pattern(scaled(room.closed, prepared.scale), scaled(room.open, prepared.scale),
                                  scaled(room.door, prepared.scale), prepared.size);
  prepared.door = filled(prepared.size, scaled(room.door, prepared.scale));
  prepared.allowed = cv::Mat(prepared.size, CV_8U, cv::Scalar(255));
  for (const Outline& mask : room.masks)
    prepared.allowed.setTo(0, filled(prepared.size, scaled(mask, prepared.scale)));
  prepared.room = std::move(room);
}

RoomJudge::~RoomJudge() = default;
RoomJudge::RoomJudge(RoomJudge&&) noexcept = default;
RoomJudge& RoomJudge::operator=(RoomJudge&&) noexcept = default;

const RoomEnrolment& RoomJudge::room() const {
  return m_prepared->room;
}

RoomView RoomJudge::locate(const cv::Mat& bgr) const {
  const Prepared& prepared = *m_prepared;
  RoomView view;
  const cv::Mat grey = room_grey_copy(bgr);
  view.size = bgr.size();
  view.copy = grey.size();
  view.copy_scale = grey_scale_of(bgr.size());
  view.picture = see(grey);
  view.pose = find_room_pose(view.picture, prepared.features, prepared.surroundings, prepared.size);
  const bool found = view.pose && view.pose->edges.beyond_chance() >= k_least_edges &&
                     view.pose->inliers >= k_fewest_agreeing;
  if (found) {
    view.reading.identity = RoomIdentity::same;
    tell_movement(view);
    return view;
  }
  view.pose.reset();
  const bool rich = view.picture.features.size() >= k_rich;
  view.reading.identity = rich ? RoomIdentity::other : RoomIdentity::unknown;
  view.reading.reason = because(rich ? sensing_text("room.other") : sensing_text("room.too_plain"));
  return view;
}

void RoomJudge::tell_movement(RoomView& view) const {
  const Prepared& prepared = *m_prepared;
  const RoomPose& pose = *view.pose;
  RoomReading& reading = view.reading;
  std::size_t expected = 0;
  for (const RoomFeature& feature : prepared.features)
    if (cv::Rect2f({}, cv::Size2f(view.copy)).contains(through(pose.homography, feature.at))) ++expected;
  reading.match =
      std::min(1.0, static_cast<double>(pose.inliers) /
                        (k_expected_agreement * static_cast<double>(std::max<std::size_t>(expected, 1))));
  const cv::Matx33d shrink(prepared.scale, 0, 0, 0, prepared.scale, 0, 0, 0, 1);
  const cv::Matx33d grow(1 / view.copy_scale, 0, 0, 0, 1 / view.copy_scale, 0, 0, 0, 1);
  reading.to_frame = grow * pose.homography * shrink;
  // Another resolution of the same view is no movement.
  const double ratio = static_cast<double>(prepared.size.width) / view.copy.width;
  const cv::Matx33d same_size(ratio, 0, 0, 0, ratio, 0, 0, 0, 1);
  const double width = prepared.size.width;
  reading.movement_percent = 100 * mean_displacement(same_size * pose.homography, prepared.size) / width;
  // The error of a mean over the inliers (k = 2), doubled, since a corner is extrapolated.
  reading.movement_uncertainty =
      100 * 2 * 2 * pose.residual / std::sqrt(static_cast<double>(pose.inliers)) / width;
}

cv::Mat RoomJudge::never_looked_at(const RoomView& view) const {
  const auto& masks = m_prepared->room.masks;
  if (masks.empty()) return {};
  if (!view.reading.to_frame) return {view.size, CV_8U, cv::Scalar(255)};
  cv::Mat mask = cv::Mat::zeros(view.size, CV_8U);
  for (const Outline& outline : masks) mask |= filled(view.size, through(*view.reading.to_frame, outline));
  return mask;
}

/// CV_8U in the enrolled grey copy: 255 where a person's box lies.
cv::Mat RoomJudge::covered_by(const RoomView& view, std::span<const cv::Rect2f> people) const {
  cv::Mat boxes = cv::Mat::zeros(view.copy, CV_8U);
  for (const cv::Rect2f& box : people)
    cv::rectangle(boxes, {box.tl() * view.copy_scale, box.br() * view.copy_scale}, 255, cv::FILLED);
  cv::Mat there;
  cv::warpPerspective(boxes, there, view.pose->homography, m_prepared->size,
                      cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
  return there;
}

RoomReading RoomJudge::judge(const RoomView& view, std::span<const cv::Rect2f> people) const {
  const Prepared& prepared = *m_prepared;
  RoomReading reading = view.reading;
  if (!view.pose) return reading;
  cv::Mat in_view;
  cv::warpPerspective(cv::Mat(view.copy, CV_8U, cv::Scalar(255)), in_view, view.pose->homography,
                      prepared.size, cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
  const double door_area = std::max(1, cv::countNonZero(prepared.door));
  const double area_in_view = cv::countNonZero(prepared.door & in_view);
  reading.door_in_view_percent = 100 * area_in_view / door_area;
  if (reading.door_in_view_percent < k_least_in_view) {
    reading.reason = because(sensing_text("door.out_of_view"));
    return reading;
  }
  cv::Mat visible = in_view & prepared.allowed;
  visible.setTo(0, covered_by(view, people));
  reading.occlusion_percent =
      100 * (1 - cv::countNonZero(prepared.door & visible) / std::max(1.0, area_in_view));
  if (reading.occlusion_percent <= k_most_covered) {
    const cv::Matx33d door_here = refine(view.picture.edges, prepared.pattern.lasting, {},
                                         view.pose->homography, Freedom::affine, k_door_steps);
    reading.closed_probability =
        probability_of_closed(weigh_door(prepared.pattern, view.picture.edges, door_here));
  }
  if (!reading.closed_probability) {
    reading.reason = because(sensing_text("door.covered"));
  } else if (*reading.closed_probability >= k_closed_from) {
    reading.door = DoorState::closed;
  } else if (*reading.closed_probability <= k_open_below) {
    reading.door = DoorState::open;
  } else {
    reading.reason = because(sensing_text("door.neither"));
  }
  return reading;
}

}  // namespace preshift
