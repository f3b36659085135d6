#pragma once

#include "chart_axes.hpp"

#include <chrono>
#include <vector>

namespace preshift {

/// Days on an axis; the scale counts days since 1970. At most `most` marks (>= 1): every day, second day,
/// Monday, second Monday, every month, quarter or year, whichever is the finest of which there is room. A
/// day's mark stands in its middle, a month's or a year's where it begins.
[[nodiscard]] std::vector<Tick> date_ticks(std::chrono::sys_days begin, std::chrono::sys_days end, int most,
                                           Language language);

/// As the scale counts.
[[nodiscard]] inline double days_since_epoch(std::chrono::sys_days day) {
  return static_cast<double>(day.time_since_epoch().count());
}

}  // namespace preshift
