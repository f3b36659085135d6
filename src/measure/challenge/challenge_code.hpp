#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace preshift {

/// An acoustic challenge: a hiss between 1 and 3 kHz that carries bits which nobody can guess, one chip each
/// millisecond (binary phase shift keying on 2 kHz). Any microphone and any call's bandwidth pass it.
/// docs/acoustic-challenge.md says what hearing it proves, and what not.
namespace challenge {
inline constexpr std::size_t k_chips = 2048;
inline constexpr std::size_t k_code_bytes = k_chips / 8;
inline constexpr double k_chips_per_second = 1000;
inline constexpr double k_carrier_hz = 2000;
inline constexpr double k_seconds = static_cast<double>(k_chips) / k_chips_per_second;
inline constexpr double k_half_pulse_seconds = 1 / k_chips_per_second;
}  // namespace challenge

/// The bits of a challenge, the first chip in the highest bit of the first byte.
using ChallengeCode = std::span<const std::uint8_t, challenge::k_code_bytes>;

/// +1 or -1; `index` is less than k_chips.
[[nodiscard]] inline float chip(ChallengeCode code, std::size_t index) {
  return ((code[index / 8] >> (7 - index % 8)) & 1U) != 0 ? 1.0F : -1.0F;
}

}  // namespace preshift
