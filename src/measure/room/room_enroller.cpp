#include "room_enroller.hpp"

#include "camera_pose.hpp"
#include "door_outline.hpp"
#include "edge_field.hpp"
#include "room_features.hpp"
#include "sensing_texts.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <string>

namespace preshift {
namespace {

constexpr std::size_t k_most_pictures = 50;
constexpr std::size_t k_features_kept = 1000;
constexpr std::size_t k_fewest_agreeing = 15;
constexpr std::size_t k_fewest_changed_edges = 30;
constexpr float k_spacing_of_surroundings = 5;
constexpr double k_margin_of_door = 0.2;  // of its width, around it

void fill(cv::Mat& picture, const Outline& outline, int value) {
  std::vector<cv::Point> corners;
  for (const auto& corner : outline) corners.emplace_back(cvRound(corner.x), cvRound(corner.y));
  cv::fillPoly(picture, std::vector{corners}, value);
}

Outline scaled(const Outline& outline, double scale) {
  Outline result;
  for (const auto& corner : outline) result.push_back(corner * scale);
  return result;
}

bool is_usable(const Outline& outline, cv::Size size) {
  if (outline.size() < 3 || outline.size() > k_most_outline_corners) return false;
  const auto largest = static_cast<float>(std::max(size.width, size.height));
  for (const auto& corner : outline)
    if (!(corner.x >= -largest && corner.y >= -largest &&
          corner.x <= static_cast<float>(size.width) + largest &&
          corner.y <= static_cast<float>(size.height) + largest))
      return false;
  return std::abs(cv::contourArea(outline)) > 0;
}

/// Of every pixel the median over the pictures: what moves from one to the next is gone.
cv::Mat median_picture(const std::vector<cv::Mat>& pictures) {
  if (pictures.size() < 3) return pictures.front();
  cv::Mat median(pictures.front().size(), CV_8U);
  std::vector<std::uint8_t> values(pictures.size());
  for (int y = 0; y < median.rows; ++y)
    for (int x = 0; x < median.cols; ++x) {
      for (std::size_t i = 0; i < pictures.size(); ++i) values[i] = pictures[i].at<std::uint8_t>(y, x);
      const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
      std::nth_element(values.begin(), middle, values.end());
      median.at<std::uint8_t>(y, x) = *middle;
    }
  return median;
}

/// The grey copies of these pictures as the camera of the first would have seen them; nothing where one is of
/// another place.
std::optional<std::vector<cv::Mat>> aligned(std::span<const cv::Mat> pictures,
                                            const std::vector<RoomFeature>& first, const cv::Mat& allowed) {
  std::vector<cv::Mat> result;
  for (const cv::Mat& picture : pictures) {
    const cv::Mat grey = room_grey_copy(picture);
    const auto here = find_features(grey, {}, k_features_kept);
    const auto pose = find_pose(here, first, match_features(here, first), grey.size(), k_fewest_agreeing);
    if (!pose) return std::nullopt;
    cv::Mat moved;
    cv::warpPerspective(grey, moved, pose->homography, allowed.size(),
                        cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    result.push_back(moved);
  }
  return result;
}

std::optional<Failure<Problem>> refuse_pictures(std::span<const cv::Mat> closed,
                                                std::span<const cv::Mat> open) {
  if (closed.empty() || open.empty()) return unusable_input(sensing_text("enrolment.no_pictures"));
  if (closed.size() > k_most_pictures || open.size() > k_most_pictures)
    return unusable_input(sensing_text("enrolment.too_many"), static_cast<double>(k_most_pictures));
  const cv::Size size = closed.front().size();
  if (std::min(size.width, size.height) < k_smallest_room_picture ||
      std::max(size.width, size.height) > k_largest_room_picture)
    return unusable_input(sensing_text("enrolment.size"), static_cast<double>(k_smallest_room_picture),
                          static_cast<double>(k_largest_room_picture));
  for (const auto& pictures : {closed, open})
    for (const cv::Mat& picture : pictures)
      if (picture.size() != size) return unusable_input(sensing_text("enrolment.sizes_differ"));
  return std::nullopt;
}

std::optional<Failure<Problem>> refuse_choices(const EnrolmentChoices& choices, cv::Size size) {
  if (choices.door && !is_usable(*choices.door, size))
    return unusable_input(sensing_text("enrolment.door_unusable"),
                          static_cast<double>(k_most_outline_corners));
  if (choices.masks.size() > k_most_room_masks ||
      !std::all_of(choices.masks.begin(), choices.masks.end(),
                   [&](const Outline& mask) { return is_usable(mask, size); }))
    return unusable_input(sensing_text("enrolment.mask_unusable"), static_cast<double>(k_most_room_masks),
                          static_cast<double>(k_most_outline_corners));
  return std::nullopt;
}

std::vector<EdgePoint> to_picture(std::vector<EdgePoint> edges, double scale) {
  for (EdgePoint& edge : edges) edge.at = edge.at * (1 / scale);
  return edges;
}

/// Edges that both pictures show: what moved between them, such as a person, is left out.
std::vector<EdgePoint> lasting_edges(const cv::Mat& closed, const cv::Mat& open, const cv::Mat& allowed) {
  auto edges = find_edge_points(closed, allowed, k_spacing_of_surroundings, k_most_edge_points);
  const EdgeField other = find_edge_field(open);
  std::erase_if(edges,
                [&](const EdgePoint& edge) { return !is_edge(other, edge.at, bits_of(edge.direction)); });
  return edges;
}

}  // namespace

Result<EnrolledRoom> enrol_room(std::span<const cv::Mat> closed, std::span<const cv::Mat> open,
                                const EnrolmentChoices& choices) {
  if (auto refusal = refuse_pictures(closed, open)) return *refusal;
  const cv::Size size = closed.front().size();
  if (auto refusal = refuse_choices(choices, size)) return *refusal;
  const double scale = grey_scale_of(size);
  const cv::Mat first = room_grey_copy(closed.front());
  cv::Mat allowed(first.size(), CV_8U, cv::Scalar(255));
  for (const Outline& mask : choices.masks) fill(allowed, scaled(mask, scale), 0);

  const auto first_features = find_features(first, allowed, k_features_kept);
  if (first_features.size() < k_fewest_room_features)
    return unusable_input(sensing_text("enrolment.too_plain"));
  const auto closed_aligned = aligned(closed, first_features, allowed);
  const auto open_aligned = aligned(open, first_features, allowed);
  if (!closed_aligned || !open_aligned) return unusable_input(sensing_text("enrolment.another_place"));
  const cv::Mat closed_grey = median_picture(*closed_aligned);
  const cv::Mat open_grey = median_picture(*open_aligned);

  EnrolledRoom enrolled;
  enrolled.outline_confidence = 1;
  if (choices.door) {
    enrolled.room.door = *choices.door;
  } else {
    const auto proposed = propose_door(closed_grey, open_grey, allowed);
    if (!proposed) return unusable_input(sensing_text("enrolment.nothing_changed"));
    enrolled.room.door = scaled(proposed->outline, 1 / scale);
    enrolled.outline_confidence = proposed->confidence;
  }
  RoomEnrolment& room = enrolled.room;
  room.picture = size;
  room.masks = choices.masks;

  cv::Mat door = cv::Mat::zeros(first.size(), CV_8U);
  fill(door, scaled(room.door, scale), 255);
  const double width = cv::boundingRect(scaled(room.door, scale)).width;
  const int reach = 2 * std::max(2, cvRound(k_margin_of_door * width)) + 1;
  cv::Mat region;
  cv::dilate(door, region, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
  cv::bitwise_and(region, allowed, region);
  cv::bitwise_and(door, allowed, door);
  room.closed = to_picture(find_edge_points(closed_grey, region, 2, k_most_edge_points), scale);
  room.open = to_picture(find_edge_points(open_grey, region, 2, k_most_edge_points), scale);

  cv::Mat outside;
  cv::bitwise_and(allowed, ~region, outside);
  room.surroundings = to_picture(lasting_edges(closed_grey, open_grey, outside), scale);
  room.features = find_features(closed_grey, outside, k_features_kept);
  if (room.features.size() < k_fewest_room_features)
    return unusable_input(sensing_text("enrolment.too_plain"));
  for (RoomFeature& feature : room.features) feature.at = feature.at * (1 / scale);
  if (cv::countNonZero(door) == 0) return unusable_input(sensing_text("enrolment.door_hidden"));
  if (room.closed.size() + room.open.size() < k_fewest_changed_edges)
    return unusable_input(sensing_text("enrolment.nothing_changed"));
  return enrolled;
}

}  // namespace preshift
