#pragma once

#include "problem.hpp"

#include <chrono>
#include <string_view>

namespace preshift {

/// What 0 dBFS means, as the user states it.
struct StatedFullScale {
  double level_db = 0;
  double standard_uncertainty_db = 0;
};

/// Standard uncertainty of a full scale that is stated without one: a device's known sensitivity (acoustics
/// of cheap microphones vary by about this much from piece to piece).
inline constexpr double k_unstated_uncertainty_db = 2.5;

/// "20s", "1min", "1m", "500ms", "1.5 min", or bare seconds; from 1 s to 10 min.
[[nodiscard]] Result<std::chrono::milliseconds> parse_duration(std::string_view text);

/// "120dB", "120 dB", "120", "120dB+-1dB", "120dB±1dB".
[[nodiscard]] Result<StatedFullScale> parse_full_scale(std::string_view text);

}  // namespace preshift
