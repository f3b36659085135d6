#include "room_observer.hpp"

#include "sensing_texts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {
namespace {

RoomReading showing(DoorState door) {
  RoomReading reading;
  reading.match = 0.9;
  reading.identity = RoomIdentity::same;
  reading.to_frame = cv::Matx33d::eye();
  reading.movement_percent = 1;
  reading.movement_uncertainty = 0.2;
  reading.door_in_view_percent = 100;
  reading.door = door;
  if (door == DoorState::unknown)
    reading.reason = Message{sensing_text("door.covered"), {}};
  else
    reading.closed_probability = door == DoorState::closed ? 0.95 : 0.05;
  return reading;
}

RoomReading of_another_room() {
  RoomReading reading;
  reading.identity = RoomIdentity::other;
  reading.reason = Message{sensing_text("room.other"), {}};
  return reading;
}

/// One letter a picture: c closed, o open, u covered, x another room.
std::vector<RoomReading> window(std::string_view pictures) {
  std::vector<RoomReading> readings;
  for (const char picture : pictures)
    readings.push_back(picture == 'x'   ? of_another_room()
                       : picture == 'c' ? showing(DoorState::closed)
                       : picture == 'o' ? showing(DoorState::open)
                                        : showing(DoorState::unknown));
  return readings;
}

Measurement measured(std::string_view name, const std::vector<RoomReading>& readings) {
  const Measurements all = measure_room(readings);
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [&](const Measurement& m) { return m.name == name; }), 1);
  return *std::find_if(all.begin(), all.end(), [&](const Measurement& m) { return m.name == name; });
}

/// The word, or the reason why there is none.
std::string told(std::string_view name, std::string_view pictures) {
  const Measurement measurement = measured(name, window(pictures));
  if (const auto* state = std::get_if<State>(&measurement.outcome)) return state->value;
  const auto* absence = std::get_if<Absence>(&measurement.outcome);
  return absence == nullptr ? "a number" : std::string(absence->reason.text.id);
}

TEST(MeasureRoom, door_open_twice_in_a_row_was_open) {
  for (const char* pictures : {"oo", "cccoo", "oocccccccc", "uoou", "ccooccc"})
    EXPECT_EQ(told("door.state", pictures), "open") << pictures;
}

TEST(MeasureRoom, the_only_picture_decides) {
  EXPECT_EQ(told("door.state", "o"), "open");
  EXPECT_EQ(told("door.state", "c"), "closed");
  EXPECT_EQ(told("door.state", "u"), "door.covered");
}

TEST(MeasureRoom, a_door_seen_closed_and_open_is_unknown) {
  for (const char* pictures : {"co", "ccccocccc", "ococ", "cuo"})
    EXPECT_EQ(told("door.state", pictures), "door.changing") << pictures;
}

TEST(MeasureRoom, a_door_is_closed_when_half_of_the_pictures_show_it) {
  for (const char* pictures : {"cccc", "cccu", "cu", "uucc"})
    EXPECT_EQ(told("door.state", pictures), "closed") << pictures;
  for (const char* pictures : {"cuu", "uuuu", "uuucc"})
    EXPECT_EQ(told("door.state", pictures), "door.covered") << pictures;
}

TEST(MeasureRoom, a_single_open_picture_never_counts_as_closed) {
  EXPECT_EQ(told("door.state", "ou"), "door.covered");
  EXPECT_EQ(told("door.state", "ouo"), "door.covered");
}

TEST(MeasureRoom, the_room_is_what_more_than_half_of_the_pictures_show) {
  EXPECT_EQ(told("room.same", "ccx"), "same");
  EXPECT_EQ(told("room.same", "xxc"), "other");
  EXPECT_EQ(told("room.same", "cx"), "room.too_plain");
  EXPECT_EQ(told("door.state", "xxx"), "room.other");
}

TEST(MeasureRoom, where_nothing_was_found_nothing_is_known_of_the_movement) {
  for (const char* name : {"room.movement", "door.probability", "door.occlusion"})
    EXPECT_EQ(told(name, "xx"), "room.other") << name;
}

TEST(MeasureRoom, movement_is_the_median_and_its_uncertainty_reaches_the_farthest) {
  std::vector<RoomReading> readings = window("ccc");
  readings[0].movement_percent = 1;
  readings[1].movement_percent = 5;
  readings[2].movement_percent = 2;
  const Measurement movement = measured("room.movement", readings);
  const auto* quantity = std::get_if<Quantity>(&movement.outcome);
  ASSERT_NE(quantity, nullptr);
  EXPECT_DOUBLE_EQ(quantity->value, 2);
  EXPECT_GE(quantity->expanded_uncertainty, 3);
  EXPECT_LT(quantity->expanded_uncertainty, 3.2);
}

TEST(MeasureRoom, without_pictures_everything_is_unknown_and_says_so) {
  EXPECT_EQ(measure_room({}).size(), 6U);
  for (const Measurement& measurement : measure_room({})) {
    const auto* absence = std::get_if<Absence>(&measurement.outcome);
    ASSERT_NE(absence, nullptr) << measurement.name;
    EXPECT_EQ(absence->reason.text.id, "scene.no_pictures");
  }
}

}  // namespace
}  // namespace preshift
