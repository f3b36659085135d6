#pragma once

#include "door_leaf.hpp"
#include "edge_field.hpp"

#include <opencv2/core/matx.hpp>

#include <optional>
#include <vector>

namespace preshift {

/// Edges of the closed leaf that a turn by some degrees moves by more than a little across themselves, as
/// they are and as they would be.
struct TurnedLeaf {
  double degrees = 0;
  std::vector<EdgePoint> closed, turned;
};

/// What is looked for on a door, prepared once: in pixels of the enrolled picture's grey copy.
struct DoorPattern {
  std::vector<EdgePoint> closed_only;  ///< edges that the closed door has and the open one has not
  std::vector<EdgePoint> open_only;
  std::vector<EdgePoint> lasting;  ///< edges in both states: the frame, the wall beside it
  std::vector<TurnedLeaf> leaves;
};

[[nodiscard]] DoorPattern make_pattern(const std::vector<EdgePoint>& closed,
                                       const std::vector<EdgePoint>& open, const Outline& door,
                                       cv::Size picture);

/// What the region of the door says about its state.
struct DoorEvidence {
  double closed_agreement = 0;  ///< beyond chance (EdgeAgreement): of the edges that only the closed door has
  double open_agreement = 0;    ///< of those that only the open one has
  double ajar_gain = 0;     ///< how much better the leaf's edges fit when turned by the best angle than not
  double ajar_degrees = 0;  ///< that angle
  std::size_t closed_edges = 0, open_edges = 0;  ///< how many edges could be looked at
};

/// `to_field`: from the enrolled picture's grey copy to the picture's.
[[nodiscard]] DoorEvidence weigh_door(const DoorPattern& pattern, const EdgeField& field,
                                      const cv::Matx33d& to_field);

/// The probability that the door is closed; nothing where too few edges are visible.
[[nodiscard]] std::optional<double> probability_of_closed(const DoorEvidence& evidence);

}  // namespace preshift
