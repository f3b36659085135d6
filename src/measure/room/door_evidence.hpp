#pragma once

#include "door_edges.hpp"

#include <optional>

namespace preshift {

/// What the region of the door, brought into the enrolled pose, says about its state.
struct DoorEvidence {
  double closed_agreement = 0;  ///< 0 to 1: of the edges that only the closed door has, how many are there
  double open_agreement = 0;    ///< 0 to 1: the same for the open one
  double covered = 0;           ///< 0 to 1: share of the doorway that is covered or agrees with neither
  std::size_t closed_edges = 0, open_edges = 0;  ///< how many edges could be looked at
};

/// Edges that one state has and the other has not, in pixels of the aligned region.
struct DoorPattern {
  std::vector<DoorEdge> closed_only, open_only;
};

[[nodiscard]] DoorPattern distinguishing_edges(const RoomEnrolment& room);

/// `field`: of the picture in the enrolled pose. `visible`: CV_8UC1, 0 where something covers the door.
[[nodiscard]] DoorEvidence weigh_door(const DoorPattern& pattern, const EdgeField& field,
                                      const cv::Mat& visible);

/// The probability that the door is closed; nothing where too few edges are visible.
[[nodiscard]] std::optional<double> probability_of_closed(const DoorEvidence& evidence);

}  // namespace preshift
