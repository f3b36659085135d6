#include "crc32.hpp"
#include "promises.hpp"
#include "room_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Any bytes as a room file, as they are and with the checksum that a forger would compute: they are refused
// in words of both languages, or they are an enrolment within its limits that is written and read as the
// same.

namespace preshift {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// At most so many times the picture's longer side outside the picture.
void check_place(const cv::Point2f& at, float sides, cv::Size2f size) {
  const float margin = sides * std::max(size.width, size.height);
  require(std::isfinite(at.x) && std::isfinite(at.y));
  require(at.x >= -margin && at.x <= size.width + margin);
  require(at.y >= -margin && at.y <= size.height + margin);
}

void check_outline(const Outline& outline, cv::Size2f size) {
  require(outline.size() >= 3 && outline.size() <= k_most_outline_corners);
  for (const auto& corner : outline) check_place(corner, 1, size);
}

void check_room(const RoomEnrolment& room) {
  const cv::Size2f size = room.picture;
  require(std::min(room.picture.width, room.picture.height) >= k_smallest_room_picture);
  require(std::max(room.picture.width, room.picture.height) <= k_largest_room_picture);
  require(room.features.size() >= k_fewest_room_features && room.features.size() <= k_most_room_features);
  for (const RoomFeature& feature : room.features) check_place(feature.at, 0, size);
  for (const auto* edges : {&room.surroundings, &room.closed, &room.open}) {
    require(edges->size() <= k_most_edge_points);
    for (const EdgePoint& edge : *edges) check_place(edge.at, 0, size);
  }
  check_outline(room.door, size);
  require(room.masks.size() <= k_most_room_masks);
  for (const Outline& mask : room.masks) check_outline(mask, size);
}

void check(const Bytes& bytes) {
  const auto room = decode_room(bytes, "fuzz.room");
  if (!room) {
    check_refusal(room.error(), "fuzz.room");
    return;
  }
  check_room(*room);
  const Bytes written = encode_room(*room);
  const auto again = decode_room(written, "fuzz.room");
  require(again && *again == *room && encode_room(*again) == written);
}

Bytes sealed(Bytes bytes) {
  const std::size_t length = bytes.size() - 4;
  const std::uint32_t checksum = crc32(std::span(bytes).first(length));
  for (std::size_t i = 0; i < 4; ++i) bytes[length + i] = static_cast<std::uint8_t>(checksum >> (8 * i));
  return bytes;
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const preshift::Bytes bytes(data, data + size);
  preshift::check(bytes);
  if (size >= 4) preshift::check(preshift::sealed(bytes));
  return 0;
}
