#include "room_judge.hpp"

#include "drawn_room.hpp"
#include "room_enroller.hpp"
#include "room_file.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace testing;

/// Of the movement found: a third of a degree of a usual webcam, in % of the width.
constexpr double k_movement_tolerance = 0.5;

const Outline k_mask{{20, 300}, {180, 300}, {180, 460}, {20, 460}};

RoomEnrolment enrolled(const std::vector<Outline>& masks = {}) {
  std::vector<cv::Mat> closed, open;
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    closed.push_back(in_light(picture_of({.is_open = false}), 1, 2, seed));
    open.push_back(in_light(picture_of({.is_open = true}), 1, 2, 10 + seed));
  }
  const auto room = enrol_room(closed, open, {drawn_door(), masks});
  if (!room) {
    ADD_FAILURE() << render(room.error().message, Language::english);
    return {};
  }
  return room->room;
}

const RoomJudge& judge() {
  static const RoomJudge the_judge(enrolled());
  return the_judge;
}

RoomReading reading_of(const cv::Mat& picture) {
  return judge().read(picture, {});
}

/// The pictures of the moved camera: what the enrolment's view maps to.
std::vector<cv::Matx33d> movements() {
  return {cv::Matx33d::eye(),   shifted_by(12, -7),   shifted_by(-25, 10),
          turned_by(1, 0, 0.5), turned_by(-2, 1, -1), turned_by(4, -2, 1)};
}

cv::Point2d moved(const cv::Matx33d& movement, const cv::Point2f& at) {
  const cv::Vec3d there = movement * cv::Vec3d(at.x, at.y, 1);
  return {there[0] / there[2], there[1] / there[2]};
}

bool is_inside(const Outline& outline, const cv::Point2f& at) {
  return cv::pointPolygonTest(outline, at, false) > 0;
}

void expect_same_reading(const RoomReading& one, const RoomReading& other) {
  EXPECT_EQ(one.match, other.match);
  EXPECT_EQ(one.identity, other.identity);
  EXPECT_EQ(one.to_frame, other.to_frame);
  EXPECT_EQ(one.movement_percent, other.movement_percent);
  EXPECT_EQ(one.movement_uncertainty, other.movement_uncertainty);
  EXPECT_EQ(one.door_in_view_percent, other.door_in_view_percent);
  EXPECT_EQ(one.occlusion_percent, other.occlusion_percent);
  EXPECT_EQ(one.closed_probability, other.closed_probability);
  EXPECT_EQ(one.door, other.door);
}

TEST(RoomJudge, tells_the_closed_door_from_the_open_one_where_nothing_else_changed) {
  const RoomReading closed = reading_of(in_light(picture_of({.is_open = false}), 1, 2, 50));
  EXPECT_EQ(closed.door, DoorState::closed) << closed.closed_probability.value_or(-1);
  const RoomReading open = reading_of(in_light(picture_of({.is_open = true}), 1, 2, 51));
  EXPECT_EQ(open.door, DoorState::open) << open.closed_probability.value_or(-1);
}

TEST(RoomJudge, finds_how_far_the_camera_moved) {
  for (const cv::Matx33d& movement : movements()) {
    const RoomReading reading = reading_of(in_light(picture_of({}, movement), 1, 2, 52));
    ASSERT_EQ(reading.identity, RoomIdentity::same) << movement;
    ASSERT_TRUE(reading.to_frame);
    EXPECT_NEAR(reading.movement_percent, true_movement(movement), k_movement_tolerance) << movement;
    for (const auto& corner : drawn_door())
      EXPECT_LT(cv::norm(moved(*reading.to_frame, corner) - moved(movement, corner)), 3) << movement;
  }
}

TEST(RoomJudge, never_takes_one_state_for_the_other_in_dim_or_noisy_pictures_of_a_moved_camera) {
  std::uint64_t seed = 100;
  for (const cv::Matx33d& movement : movements())
    for (const auto& [exposure, noise] : {std::pair{0.6, 3.0}, {0.35, 4.0}, {1.2, 10.0}})
      for (const bool is_open : {false, true}) {
        const RoomReading reading =
            reading_of(in_light(picture_of({.is_open = is_open}, movement), exposure, noise, ++seed));
        EXPECT_NE(reading.door, is_open ? DoorState::closed : DoorState::open)
            << movement << " exposure " << exposure << " noise " << noise;
        EXPECT_EQ(reading.door == DoorState::unknown, reading.reason.has_value());
      }
}

TEST(RoomJudge, never_takes_another_room_for_the_enrolled_one) {
  for (const std::uint64_t furniture : {2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U})
    for (const bool is_open : {false, true}) {
      const RoomReading reading = reading_of(in_light(picture_of({furniture, is_open}), 1, 2, furniture));
      EXPECT_NE(reading.identity, RoomIdentity::same) << "room " << furniture;
      EXPECT_EQ(reading.door, DoorState::unknown) << "room " << furniture;
      EXPECT_FALSE(reading.to_frame);
      EXPECT_TRUE(reading.reason);
    }
}

TEST(RoomJudge, does_not_know_the_door_of_a_camera_turned_away) {
  const double far = 0.7 * k_drawn_size.width;
  for (const cv::Matx33d& movement : {shifted_by(far, 0), shifted_by(-far, 0), shifted_by(-far, 40)})
    for (const bool is_open : {false, true}) {
      const RoomReading reading = reading_of(in_light(picture_of({.is_open = is_open}, movement), 1, 2, 60));
      EXPECT_EQ(reading.door, DoorState::unknown) << movement;
      EXPECT_FALSE(reading.closed_probability) << movement;
      ASSERT_TRUE(reading.reason) << movement;
    }
}

TEST(RoomJudge, says_that_most_of_the_door_is_outside_the_picture) {
  const cv::Matx33d movement = shifted_by(-335, 0);  // leaves 3 / 8 of it
  for (const bool is_open : {false, true}) {
    const RoomReading reading = reading_of(in_light(picture_of({.is_open = is_open}, movement), 1, 2, 64));
    ASSERT_EQ(reading.identity, RoomIdentity::same);
    EXPECT_NEAR(reading.door_in_view_percent, 37.5, 3);
    EXPECT_EQ(reading.door, DoorState::unknown);
    ASSERT_TRUE(reading.reason);
    EXPECT_EQ(reading.reason->text.id, "door.out_of_view");
  }
}

TEST(RoomJudge, says_that_a_person_covers_the_door) {
  for (const cv::Matx33d& movement : movements()) {
    const cv::Rect2f person = cv::boundingRect(
        std::vector<cv::Point2f>{moved(movement, drawn_door()[0]), moved(movement, drawn_door()[1]),
                                 moved(movement, drawn_door()[2]), moved(movement, drawn_door()[3])});
    const RoomReading reading =
        judge().read(in_light(picture_of({}, movement), 1, 2, 61), std::vector{person});
    EXPECT_EQ(reading.door, DoorState::unknown);
    EXPECT_FALSE(reading.closed_probability);
    EXPECT_GT(reading.occlusion_percent, 90) << movement;
    ASSERT_TRUE(reading.reason);
    EXPECT_EQ(reading.reason->text.id, "door.covered");
  }
}

TEST(RoomJudge, is_not_disturbed_by_a_person_beside_the_door) {
  const std::vector beside{cv::Rect2f(480, 150, 120, 330)};
  const RoomReading reading = judge().read(picture_of({}), beside);
  EXPECT_EQ(reading.door, DoorState::closed);
  EXPECT_LT(reading.occlusion_percent, 10);
}

TEST(RoomJudge, reads_the_same_picture_the_same_also_from_a_room_file) {
  const auto again = decode_room(encode_room(enrolled()), "drawn.room");
  ASSERT_TRUE(again);
  const RoomJudge other(*again);
  for (const cv::Matx33d& movement : movements()) {
    const cv::Mat picture = in_light(picture_of({}, movement), 0.8, 4, 62);
    expect_same_reading(reading_of(picture), reading_of(picture));
    expect_same_reading(reading_of(picture), other.read(picture, {}));
  }
}

TEST(RoomMask, holds_nothing_of_the_enrolment) {
  std::size_t without_mask = 0;
  for (const RoomFeature& feature : judge().room().features) without_mask += is_inside(k_mask, feature.at);
  EXPECT_GT(without_mask, 0U);  // there would be something to see
  const RoomEnrolment room = enrolled({k_mask});
  for (const RoomFeature& feature : room.features) EXPECT_FALSE(is_inside(k_mask, feature.at)) << feature.at;
  for (const auto* edges : {&room.surroundings, &room.closed, &room.open})
    for (const EdgePoint& edge : *edges) EXPECT_FALSE(is_inside(k_mask, edge.at)) << edge.at;
}

TEST(RoomMask, moves_with_the_camera) {
  const RoomJudge masked(enrolled({k_mask}));
  for (const cv::Matx33d& movement : movements()) {
    const RoomView view = masked.locate(in_light(picture_of({}, movement), 1, 2, 63));
    ASSERT_EQ(view.reading.identity, RoomIdentity::same) << movement;
    const cv::Mat never = masked.never_looked_at(view);
    ASSERT_EQ(never.size(), k_drawn_size);
    for (int y = 305; y < 460; y += 10)  // 5 pixels inside
      for (int x = 25; x < 180; x += 10) {
        const cv::Point at = moved(movement, cv::Point2f(static_cast<float>(x), static_cast<float>(y)));
        if (cv::Rect({}, k_drawn_size).contains(at)) {
          EXPECT_EQ(never.at<std::uint8_t>(at), 255) << movement << at;
        }
      }
    EXPECT_EQ(never.at<std::uint8_t>(100, 500), 0);
  }
}

TEST(RoomMask, covers_everything_where_nobody_knows_where_it_lies) {
  const RoomJudge masked(enrolled({k_mask}));
  const cv::Mat never = masked.never_looked_at(masked.locate(picture_of({.furniture = 2})));
  EXPECT_EQ(cv::countNonZero(never), k_drawn_size.area());
}

}  // namespace
}  // namespace preshift
