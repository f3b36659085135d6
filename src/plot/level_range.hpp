#pragma once

#include <vector>

namespace preshift {

/// Whether this can be a level in decibels: a number between -500 and 500.
[[nodiscard]] bool is_level(double level);

/// What a level axis spans, from one tick to another.
struct LevelRange {
  double low = 0;
  double high = 0;
  double step = 0;  ///< between ticks: 5, 10 or 20 dB
};

/// Holds every one of the levels with 1 dB to spare, but no more than 100 dB below the highest; at least 20
/// dB. What is no level does not count; without any, 0 to 60 dB.
[[nodiscard]] LevelRange level_range(const std::vector<double>& levels);

}  // namespace preshift
