#include "room_file.hpp"

#include "crc32.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>

namespace preshift {
namespace {

using ::testing::HasSubstr;

using Bytes = std::vector<std::uint8_t>;

RoomEnrolment small_room() {
  RoomEnrolment room;
  room.picture = {640, 480};
  for (int i = 0; i < 40; ++i) {
    RoomFeature feature{{static_cast<float>(16 * i), static_cast<float>(12 * i) + 0.25F}, {}};
    feature.descriptor.fill(static_cast<std::uint8_t>(i * 7));
    room.features.push_back(feature);
  }
  room.door = {{100.5F, -20}, {200, 50}, {200, 400}, {100, 420}};
  room.masks = {{{0, 0}, {50, 0}, {0, 50}}};
  room.closed = {{{120, 60}, 3}, {{130, 60}, 255}};
  room.open = {{{110, 70}, 128}};
  return room;
}

std::string refusal(const Bytes& bytes, Language language = Language::english) {
  const auto room = decode_room(bytes, "home.room");
  return room ? "" : render(room.error().message, language);
}

/// With the checksum that a forger would compute.
Bytes sealed(Bytes bytes) {
  const auto checksum = crc32(std::span(bytes).first(bytes.size() - 4));
  for (std::size_t i = 0; i < 4; ++i)
    bytes[bytes.size() - 4 + i] = static_cast<std::uint8_t>(checksum >> (8 * i));
  return bytes;
}

bool is_within(const cv::Point2f& at, float margin, cv::Size2f size) {
  return at.x >= -margin && at.x <= size.width + margin && at.y >= -margin && at.y <= size.height + margin;
}

/// What decode_room promises of every enrolment that it returns.
void expect_valid(const RoomEnrolment& room) {
  const cv::Size2f size = room.picture;
  ASSERT_GE(std::min(room.picture.width, room.picture.height), k_smallest_room_picture);
  ASSERT_LE(std::max(room.picture.width, room.picture.height), k_largest_room_picture);
  ASSERT_GE(room.features.size(), k_fewest_room_features);
  ASSERT_LE(room.features.size(), k_most_room_features);
  for (const RoomFeature& feature : room.features) ASSERT_TRUE(is_within(feature.at, 0, size));
  for (const auto* edges : {&room.closed, &room.open}) {
    ASSERT_LE(edges->size(), k_most_edge_points);
    for (const EdgePoint& edge : *edges) ASSERT_TRUE(is_within(edge.at, 0, size));
  }
  auto outlines = room.masks;
  outlines.push_back(room.door);
  for (const Outline& outline : outlines) {
    ASSERT_GE(outline.size(), 3U);
    for (const auto& corner : outline)
      ASSERT_TRUE(is_within(corner, std::max(size.width, size.height), size));
  }
}

TEST(RoomFile, comes_back_as_it_was) {
  const auto room = decode_room(encode_room(small_room()), "home.room");
  ASSERT_TRUE(room);
  EXPECT_EQ(*room, small_room());
  EXPECT_EQ(encode_room(*room), encode_room(small_room()));
}

TEST(RoomFile, is_never_larger_than_a_mebibyte) {
  RoomEnrolment room = small_room();
  room.features.resize(k_most_room_features);
  room.door.resize(k_most_outline_corners);
  room.masks.assign(k_most_room_masks, Outline(k_most_outline_corners));
  room.closed.resize(k_most_edge_points);
  room.open.resize(k_most_edge_points);
  const Bytes bytes = encode_room(room);
  EXPECT_LE(bytes.size(), k_largest_room_file);
  EXPECT_TRUE(decode_room(bytes, "home.room"));
}

TEST(RoomFile, cut_off_anywhere_is_refused) {
  const Bytes whole = encode_room(small_room());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    const std::string words = refusal(part);
    EXPECT_THAT(words, HasSubstr(length == 0 ? "not a room file" : "cut off")) << length;
  }
}

TEST(RoomFile, with_any_byte_changed_is_refused) {
  const Bytes whole = encode_room(small_room());
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const unsigned change : {0x01U, 0x80U, 0xFFU}) {
      Bytes bytes = whole;
      bytes[i] = static_cast<std::uint8_t>(bytes[i] ^ change);
      EXPECT_NE(refusal(bytes), "") << i;
    }
}

TEST(RoomFile, forged_with_the_right_checksum_is_refused_or_within_its_ranges) {
  const Bytes whole = encode_room(small_room());
  std::size_t refused = 0;
  for (std::size_t i = 14; i + 4 < whole.size(); ++i)
    for (const unsigned value : {0x00U, 0x7FU, 0x80U, 0xFFU}) {
      Bytes bytes = whole;
      bytes[i] = static_cast<std::uint8_t>(value);
      const auto room = decode_room(sealed(bytes), "home.room");
      if (room)
        expect_valid(*room);
      else
        ++refused;
    }
  EXPECT_GT(refused, 100U);
}

TEST(RoomFile, with_a_place_that_is_not_a_number_is_refused) {
  for (const float value :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), -1.0F}) {
    Bytes bytes = encode_room(small_room());
    std::memcpy(&bytes[20], &value, 4);  // x of the first feature
    EXPECT_EQ(refusal(sealed(bytes)),
              "home.room: the room file is damaged. Copy it again, or enrol the room again.");
  }
}

TEST(RoomFile, of_another_version_says_so) {
  Bytes bytes = encode_room(small_room());
  bytes[8] = 9;
  EXPECT_EQ(refusal(sealed(bytes)),
            "home.room: a room file of version 9; this program reads version 1. Enrol the room again.");
  EXPECT_THAT(refusal(sealed(bytes), Language::french),
              HasSubstr("version 9 ; ce programme lit la version 1"));
}

TEST(RoomFile, that_is_something_else_is_told_apart_from_a_damaged_one) {
  EXPECT_THAT(refusal({'P', 'K', 3, 4}), HasSubstr("not a room file"));
  EXPECT_THAT(refusal(Bytes(k_largest_room_file + 1)),
              HasSubstr("larger than a room file can be (1024 KiB)"));
  Bytes longer = encode_room(small_room());
  longer.push_back(0);
  EXPECT_THAT(refusal(longer), HasSubstr("damaged"));
}

TEST(Crc32, of_the_nine_digits_is_the_published_check_value) {
  const std::string digits = "123456789";
  EXPECT_EQ(crc32(Bytes(digits.begin(), digits.end())), 0xCBF43926U);
}

}  // namespace
}  // namespace preshift
