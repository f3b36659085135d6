#pragma once

#include <opencv2/core/types.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace preshift {

/// A polygon in pixels of the enrolled picture: at least three corners, in order around it. A corner may lie
/// outside the picture by up to its width and height.
using Outline = std::vector<cv::Point2f>;

/// A place that is found again by what surrounds it: an oriented FAST corner and its rotated BRIEF (ORB,
/// Rublee et al. 2011). The descriptor's 256 bits say which of two spots near the corner is the brighter.
struct RoomFeature {
  cv::Point2f at;
  std::array<std::uint8_t, 32> descriptor{};

  bool operator==(const RoomFeature&) const = default;
};

/// A point on an edge: where, and which way the edge runs, but not which side of it
/// was the brighter, nor by how much.
struct EdgePoint {
  cv::Point2f at;
  std::uint8_t direction = 0;  ///< of the gradient, unsigned: 0 to 255 for 0 to 180 degrees

  bool operator==(const EdgePoint&) const = default;
};

/// What is kept of a room: enough to find the camera's pose again and to tell an open door from a closed one.
/// No picture, no brightness, no colour: docs/room-file.md says what could be reconstructed.
struct RoomEnrolment {
  cv::Size picture;                     ///< size of the enrolled pictures, in pixels
  std::vector<RoomFeature> features;    ///< outside the masks and outside the door
  std::vector<EdgePoint> surroundings;  ///< edges that both states show, some way apart
  Outline door;                         ///< the doorway as it is with the door closed
  std::vector<Outline> masks;           ///< regions that are never looked at
  std::vector<EdgePoint> closed;        ///< edges on and around the door, closed
  std::vector<EdgePoint> open;          ///< the same region with the door open

  bool operator==(const RoomEnrolment&) const = default;
};

/// What an enrolment may hold; a file with more is refused.
inline constexpr int k_smallest_room_picture = 160;  ///< the shorter side, in pixels
inline constexpr int k_largest_room_picture = 4096;  ///< the longer side
inline constexpr std::size_t k_fewest_room_features = 40;
inline constexpr std::size_t k_most_room_features = 2000;
inline constexpr std::size_t k_most_outline_corners = 32;
inline constexpr std::size_t k_most_room_masks = 16;
inline constexpr std::size_t k_most_edge_points = 3000;

}  // namespace preshift
