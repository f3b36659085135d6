#include "level_range.hpp"

#include "round_ticks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace preshift {

bool is_level(double level) {
  constexpr double k_largest_db = 500;
  return std::abs(level) <= k_largest_db;
}

LevelRange level_range(const std::vector<double>& levels) {
  constexpr double k_spare_db = 1;
  constexpr double k_widest_db = 100;
  constexpr double k_narrowest_db = 20;
  constexpr int k_steps = 8;
  std::vector<double> known;
  std::copy_if(levels.begin(), levels.end(), std::back_inserter(known), is_level);
  if (known.empty()) return {0, 60, 10};
  const auto [lowest, highest] = std::minmax_element(known.begin(), known.end());
  const double high = *highest + k_spare_db;
  double low = std::max(*lowest - k_spare_db, high - k_widest_db);
  low -= std::max(0.0, k_narrowest_db - (high - low)) / 2;
  const double step = round_step(std::max(high - low, k_narrowest_db), k_steps);
  return {std::floor(low / step) * step, std::ceil(std::max(high, low + k_narrowest_db) / step) * step, step};
}

}  // namespace preshift
