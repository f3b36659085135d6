#pragma once

#include "document.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preshift {

/// How many levels lie in each class of equal width. A class holds its lower end, not its upper one.
struct LevelHistogram {
  double lowest_dba = 0;  ///< where the first class begins
  double class_width_db = 1;
  std::vector<std::size_t> counts;
};

/// In classes that begin at multiples of their width (> 0). What is not a number is left out.
[[nodiscard]] LevelHistogram level_histogram(std::span<const double> levels_dba, double class_width_db);

struct LevelLimit {
  double limit_dba = 0;
  double uncertainty_db = 0;  ///< expanded (k = 2), as is usual for these levels; >= 0
};

/// The histogram, with the limit as a line; what lies within the uncertainty of it is hatched, for it could
/// lie on either side.
[[nodiscard]] Chart level_chart(const std::string& title, const LevelHistogram& histogram,
                                const std::optional<LevelLimit>& limit, Language language);

}  // namespace preshift
