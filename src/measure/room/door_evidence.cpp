#include "door_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_fewest_edges = 20;
constexpr float k_same_place = 3;

bool has_counterpart(const DoorEdge& edge, const std::vector<DoorEdge>& others) {
  return std::any_of(others.begin(), others.end(), [&](const DoorEdge& other) {
    const int apart =
        std::abs(static_cast<std::int8_t>(static_cast<std::uint8_t>(edge.direction - other.direction)));
    const auto offset = edge.at - other.at;
    return apart <= 32 && offset.dot(offset) <= k_same_place * k_same_place;
  });
}

std::vector<DoorEdge> only_in(const std::vector<DoorEdge>& here, const std::vector<DoorEdge>& there) {
  std::vector<DoorEdge> only;
  for (const DoorEdge& edge : here)
    if (!has_counterpart(edge, there)) only.push_back(edge);
  return only;
}

/// Mean strength of those edges that can be seen, and how many they are.
std::pair<double, std::size_t> agreement(const std::vector<DoorEdge>& edges, const EdgeField& field,
                                         const cv::Mat& visible) {
  double sum = 0;
  std::size_t count = 0;
  for (const DoorEdge& edge : edges) {
    const cv::Point at(edge.at);
    if (!cv::Rect({}, visible.size()).contains(at) || visible.at<std::uint8_t>(at) == 0) continue;
    sum += static_cast<double>(strength_at(field, edge, {}));
    ++count;
  }
  return {count == 0 ? 0 : sum / static_cast<double>(count), count};
}

}  // namespace

DoorPattern distinguishing_edges(const RoomEnrolment& room) {
  return {only_in(room.closed, room.open), only_in(room.open, room.closed)};
}

DoorEvidence weigh_door(const DoorPattern& pattern, const EdgeField& field, const cv::Mat& visible) {
  DoorEvidence evidence;
  std::tie(evidence.closed_agreement, evidence.closed_edges) = agreement(pattern.closed_only, field, visible);
  std::tie(evidence.open_agreement, evidence.open_edges) = agreement(pattern.open_only, field, visible);
  return evidence;
}

std::optional<double> probability_of_closed(const DoorEvidence& evidence) {
  if (evidence.closed_edges < k_fewest_edges) return std::nullopt;
  const double lead = evidence.closed_agreement - evidence.open_agreement;
  return 1 / (1 + std::exp(-(12 * lead + 8 * (evidence.closed_agreement - 0.6))));
}

}  // namespace preshift
