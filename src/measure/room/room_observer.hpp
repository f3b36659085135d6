#pragma once

#include "measurement.hpp"
#include "room_judge.hpp"

#include <span>
#include <vector>

namespace preshift {

/// Follows one enrolled room over the pictures of a window, two a second; keeps readings, never a picture.
class RoomObserver {
 public:
  explicit RoomObserver(RoomEnrolment room) : m_judge(std::move(room)) {}

  /// How pictures are looked at: locate, then, once the people in it are known, take in.
  [[nodiscard]] const RoomJudge& judge() const { return m_judge; }

  /// See RoomJudge::judge. Leave out pictures that are unfit to see anything (PictureFault).
  void take_in(const RoomView& view, std::span<const cv::Rect2f> people);

  [[nodiscard]] const RoomEnrolment& room() const { return m_judge.room(); }

  /// Every measure of the room (k_room_measures), each once, over the pictures so far.
  [[nodiscard]] Measurements measurements() const;

 private:
  RoomJudge m_judge;
  std::vector<RoomReading> m_readings;
};

/// room.same, room.match, room.movement, door.state, door.probability and door.occlusion as unknown for this
/// reason, such as that no room was enrolled.
[[nodiscard]] Measurements unknown_room(const Message& reason);

/// The window's measures from its readings, in order of time:
/// - `room.same`: the word of more than half of the pictures.
/// - `room.match`, `room.movement`, `door.occlusion`: medians; U spans the central 95 % of the pictures (and
///   the uncertainty of each movement).
/// - `door.probability`: mean over the pictures that show the door.
/// - `door.state`: `open` when two pictures in a row (or the only one) show it open: a door that was open for
/// a
///   second was open. `closed` when nothing showed it open and at least half of the pictures show it closed;
///   else unknown, for the commonest reason.
[[nodiscard]] Measurements measure_room(std::span<const RoomReading> readings);

}  // namespace preshift
