#include "level_columns.hpp"

#include "level_range.hpp"
#include "round_ticks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preshift {
namespace {

constexpr double k_no_level = std::numeric_limits<double>::quiet_NaN();

/// Relative to the highest, so that no level overflows.
double mean_level(std::span<const PlottedSecond> seconds) {
  double highest = -std::numeric_limits<double>::infinity();
  for (const PlottedSecond& second : seconds)
    if (is_level(second.laeq)) highest = std::max(highest, second.laeq);
  double energy = 0;
  double count = 0;
  for (const PlottedSecond& second : seconds) {
    const bool silent = std::isinf(second.laeq) && second.laeq < 0;
    if (!silent && !is_level(second.laeq)) continue;
    energy += silent ? 0 : std::pow(10, (second.laeq - highest) / 10);
    count += 1;
  }
  return energy > 0 ? highest + 10 * std::log10(energy / count) : k_no_level;
}

double highest_maximum(std::span<const PlottedSecond> seconds) {
  double highest = k_no_level;
  for (const PlottedSecond& second : seconds)
    if (is_level(second.lafmax) && !(highest >= second.lafmax)) highest = second.lafmax;
  return highest;
}

}  // namespace

LevelColumns level_columns(std::span<const PlottedSecond> history, std::size_t most) {
  LevelColumns result;
  const auto count = static_cast<double>(history.size());
  if (history.size() > most)
    result.seconds_each = static_cast<std::size_t>(round_time_step(count, static_cast<int>(most)));
  for (std::size_t begin = 0; begin < history.size(); begin += result.seconds_each) {
    const auto seconds = history.subspan(begin, std::min(result.seconds_each, history.size() - begin));
    const bool overloaded = std::any_of(seconds.begin(), seconds.end(),
                                        [](const PlottedSecond& second) { return second.overloaded; });
    result.columns.push_back({static_cast<double>(begin), static_cast<double>(begin + seconds.size()),
                              mean_level(seconds), highest_maximum(seconds), overloaded});
  }
  return result;
}

}  // namespace preshift
