#pragma once

#include "problem.hpp"
#include "room_enrolment.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace preshift {

/// A room file is never larger.
inline constexpr std::size_t k_largest_room_file = std::size_t{1} << 20U;

/// The enrolment as the bytes of a room file (docs/room-file.md), the same for the same enrolment on every
/// machine. The enrolment is within the limits of room_enrolment.hpp.
[[nodiscard]] std::vector<std::uint8_t> encode_room(const RoomEnrolment& room);

/// The enrolment in these bytes. Refused, in this order, with the reason and what to do: more than 1 MiB,
/// not a room file, another version, truncated, damaged (checksum), a value out of its range. `name` is
/// the file, for the message. Time and memory are bounded by the size of `bytes`.
[[nodiscard]] Result<RoomEnrolment> decode_room(std::span<const std::uint8_t> bytes, std::string_view name);

}  // namespace preshift
