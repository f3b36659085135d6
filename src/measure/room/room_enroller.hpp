#pragma once

#include "problem.hpp"
#include "room_enrolment.hpp"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <span>
#include <vector>

namespace preshift {

/// What the agent says about the room, in pixels of the first picture with the door closed.
struct EnrolmentChoices {
  std::optional<Outline> door;  ///< four corners or more; without it one is proposed
  std::vector<Outline> masks;   ///< regions that are never looked at
};

struct EnrolledRoom {
  RoomEnrolment room;

  /// 0 to 1: how much of what changed between the two states lies inside the outline and how well its shape
  /// is that of a doorway; 1 where the outline was given. Below k_sure_outline ask the agent to correct it.
  double outline_confidence = 0;
};

inline constexpr double k_sure_outline = 0.6;

/// Enrols a room from one to 50 pictures with the door closed and as many with it open (8-bit BGR, CV_8UC3,
/// all of one size, from the same place; what moves from picture to picture of a state is left out when
/// there are three or more, and the camera may move a little). Fails when there is no picture of a state,
/// sizes differ, an outline is not usable, the scene has too few features, the open pictures are not from the
/// same place, nothing changed between the states, or the masks hide the door.
[[nodiscard]] Result<EnrolledRoom> enrol_room(std::span<const cv::Mat> closed, std::span<const cv::Mat> open,
                                              const EnrolmentChoices& choices);

}  // namespace preshift
