#include "room_judge.hpp"

#include "camera_pose.hpp"
#include "door_evidence.hpp"
#include "room_features.hpp"
#include "sensing_texts.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_features = 1000;
constexpr std::size_t k_fewest_agreeing = 15;
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
  prepared.pattern = distinguishing_edges(room);
  for (auto* edges : {&prepared.pattern.closed_only, &prepared.pattern.open_only})
    for (DoorEdge& edge : *edges) edge.at = edge.at * prepared.scale;
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

RoomReading RoomJudge::read(const cv::Mat& bgr, std::span<const cv::Rect2f> people) const {
  const Prepared& prepared = *m_prepared;
  RoomReading reading;
  const cv::Mat grey = room_grey_copy(bgr);
  const auto here = find_features(grey, {}, k_features);
  const auto pose = find_pose(here, prepared.features, match_features(here, prepared.features), prepared.size,
                              k_fewest_agreeing);
  if (!pose) {
    reading.identity = here.size() >= k_rich ? RoomIdentity::other : RoomIdentity::unknown;
    reading.reason =
        because(here.size() >= k_rich ? sensing_text("room.other") : sensing_text("room.too_plain"));
    return reading;
  }
  reading.identity = RoomIdentity::same;
  std::size_t expected = 0;
  for (const RoomFeature& feature : prepared.features) {
    const auto at = through(pose->homography, feature.at);
    if (cv::Rect2f({}, cv::Size2f(grey.size())).contains(at)) ++expected;
  }
  reading.match =
      std::min(1.0, static_cast<double>(pose->inliers) /
                        (k_expected_agreement * static_cast<double>(std::max<std::size_t>(expected, 1))));
  const double scale_here = grey_scale_of(bgr.size());
  const cv::Matx33d shrink(prepared.scale, 0, 0, 0, prepared.scale, 0, 0, 0, 1);
  const cv::Matx33d grow(1 / scale_here, 0, 0, 0, 1 / scale_here, 0, 0, 0, 1);
  reading.to_frame = grow * pose->homography * shrink;
  // Another resolution of the same view is no movement.
  const double ratio = static_cast<double>(prepared.size.width) / grey.cols;
  const cv::Matx33d same_size(ratio, 0, 0, 0, ratio, 0, 0, 0, 1);
  reading.movement_percent =
      100 * mean_displacement(same_size * pose->homography, prepared.size) / prepared.size.width;
  reading.movement_uncertainty =
      100 * 2 * pose->residual / std::sqrt(static_cast<double>(pose->inliers)) * 2 / prepared.size.width;

  cv::Mat in_view, aligned;
  cv::warpPerspective(cv::Mat(grey.size(), CV_8U, cv::Scalar(255)), in_view, pose->homography, prepared.size,
                      cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
  cv::Mat visible = in_view & prepared.allowed;
  const double door_area = std::max(1, cv::countNonZero(prepared.door));
  const double area_in_view = cv::countNonZero(prepared.door & in_view);
  reading.door_in_view_percent = 100 * area_in_view / door_area;
  if (reading.door_in_view_percent < k_least_in_view) {
    reading.reason = because(sensing_text("door.out_of_view"));
    return reading;
  }
  cv::Mat boxes = cv::Mat::zeros(grey.size(), CV_8U), people_there;
  for (const cv::Rect2f& box : people)
    cv::rectangle(boxes, {box.tl() * scale_here, box.br() * scale_here}, 255, cv::FILLED);
  cv::warpPerspective(boxes, people_there, pose->homography, prepared.size,
                      cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
  visible.setTo(0, people_there);
  reading.occlusion_percent =
      100 * (1 - cv::countNonZero(prepared.door & visible) / std::max(1.0, area_in_view));
  if (reading.occlusion_percent > k_most_covered) {
    reading.reason = because(sensing_text("door.covered"));
    return reading;
  }
  cv::warpPerspective(grey, aligned, pose->homography, prepared.size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                      cv::BORDER_REPLICATE);
  const DoorEvidence evidence = weigh_door(prepared.pattern, find_edge_field(aligned), visible);
  reading.closed_probability = probability_of_closed(evidence);
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
