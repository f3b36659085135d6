#include "door_evidence.hpp"

#include "camera_pose.hpp"
#include "edge_alignment.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_fewest_edges = 20;
constexpr std::size_t k_edges_of_leaf = 150;
constexpr float k_same_place = 3;
constexpr float k_clear_displacement = 2.5F;

const std::vector<double> k_angles{5, 7.5, 10, 12.5, 15, 20, 25, 30, 35, 40, 50, 60};

bool has_counterpart(const EdgePoint& edge, const std::vector<EdgePoint>& others) {
  return std::any_of(others.begin(), others.end(), [&](const EdgePoint& other) {
    const int apart =
        std::abs(static_cast<std::int8_t>(static_cast<std::uint8_t>(edge.direction - other.direction)));
    const auto offset = edge.at - other.at;
    return apart <= 32 && offset.dot(offset) <= k_same_place * k_same_place;
  });
}

/// The edge as it is after a motion; nothing where it moves by little across itself.
std::optional<EdgePoint> moved(const EdgePoint& edge, const cv::Matx33d& motion) {
  const double angle = edge.direction * CV_PI / 256;
  const cv::Point2f along(-static_cast<float>(std::sin(angle)), static_cast<float>(std::cos(angle)));
  const cv::Point2f at = through(motion, edge.at);
  const cv::Point2f turned = through(motion, edge.at + along) - at;
  const float length = static_cast<float>(cv::norm(turned));
  if (std::abs((at - edge.at).dot({turned.y, -turned.x})) < k_clear_displacement * length)
    return std::nullopt;
  const double direction = std::atan2(static_cast<double>(-turned.x), static_cast<double>(turned.y));
  return EdgePoint{at, static_cast<std::uint8_t>(std::lround(direction * 256 / CV_PI) & 0xFF)};
}

TurnedLeaf turn(const std::vector<EdgePoint>& leaf, const LeafMotion& motion) {
  TurnedLeaf result{motion.degrees, {}, {}};
  for (const EdgePoint& edge : leaf)
    if (const auto at = moved(edge, motion.homography)) {
      result.closed.push_back(edge);
      result.turned.push_back(*at);
    }
  return result;
}

void weigh_angles(const DoorPattern& pattern, const EdgeField& field, const cv::Matx33d& to_field,
                  DoorEvidence& evidence) {
  evidence.ajar_gain = -1;
  for (const TurnedLeaf& leaf : pattern.leaves) {
    const double gain = agree(field, leaf.turned, to_field).beyond_chance() -
                        agree(field, leaf.closed, to_field).beyond_chance();
    if (gain <= evidence.ajar_gain) continue;
    evidence.ajar_gain = gain;
    evidence.ajar_degrees = leaf.degrees;
  }
}

/// Every few edges of many: enough to tell angles apart, in less time.
TurnedLeaf thinned(TurnedLeaf leaf) {
  const std::size_t step = leaf.closed.size() / k_edges_of_leaf + 1;
  for (auto* edges : {&leaf.closed, &leaf.turned}) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < edges->size(); i += step) (*edges)[kept++] = (*edges)[i];
    edges->resize(kept);
  }
  return leaf;
}

std::vector<EdgePoint> inside(const std::vector<EdgePoint>& edges,
                              const std::array<cv::Point2f, 4>& corners) {
  std::vector<EdgePoint> result;
  const Outline outline(corners.begin(), corners.end());
  for (const EdgePoint& edge : edges)
    if (cv::pointPolygonTest(outline, edge.at, false) >= 0) result.push_back(edge);
  return result;
}

}  // namespace

DoorPattern make_pattern(const std::vector<EdgePoint>& closed, const std::vector<EdgePoint>& open,
                         const Outline& door, cv::Size picture) {
  DoorPattern pattern;
  for (const EdgePoint& edge : closed) {
    (has_counterpart(edge, open) ? pattern.lasting : pattern.closed_only).push_back(edge);
  }
  for (const EdgePoint& edge : open)
    if (!has_counterpart(edge, closed)) pattern.open_only.push_back(edge);
  const auto corners = corners_of_door(door);
  if (!corners) return pattern;
  // The outline may miss the part of the leaf next to its hinges: an open leaf hides that side of the
  // doorway.
  for (const double width : {1.0, 1.3})
    for (const Hinge hinge : {Hinge::left, Hinge::right}) {
      const auto wide = widened(*corners, hinge, width);
      const auto leaf = inside(closed, wide);
      for (const Swing swing : {Swing::towards, Swing::away})
        for (const LeafMotion& motion : leaf_motions(wide, picture, hinge, swing, k_angles)) {
          auto turned = turn(leaf, motion);
          if (turned.closed.size() >= k_fewest_edges) pattern.leaves.push_back(thinned(std::move(turned)));
        }
    }
  return pattern;
}

DoorEvidence weigh_door(const DoorPattern& pattern, const EdgeField& field, const cv::Matx33d& to_field) {
  DoorEvidence evidence;
  const auto closed = agree(field, pattern.closed_only, to_field);
  const auto open = agree(field, pattern.open_only, to_field);
  evidence.closed_agreement = closed.beyond_chance();
  evidence.open_agreement = open.beyond_chance();
  evidence.closed_edges = closed.edges;
  evidence.open_edges = open.edges;
  weigh_angles(pattern, field, to_field, evidence);
  return evidence;
}

std::optional<double> probability_of_closed(const DoorEvidence& evidence) {
  if (evidence.closed_edges < k_fewest_edges) return std::nullopt;
  const double lead = evidence.closed_agreement - evidence.open_agreement;
  return 1 / (1 + std::exp(-(8 * lead - 8 * evidence.ajar_gain)));
}

}  // namespace preshift
