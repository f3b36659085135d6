#pragma once

#include "document.hpp"

#include <cstddef>
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
  std::size_t count = 0;  ///< of the levels, that were judged by it
};

/// The histogram, with each limit as a line. Of one limit, what lies within the uncertainty of it is hatched,
/// for it could lie on either side; of several nobody could tell which one a bar was judged by. The
/// uncertainty is expanded (k = 2), as is usual for these levels, in dB; >= 0.
[[nodiscard]] Chart level_chart(const std::string& title, const LevelHistogram& histogram,
                                const std::vector<LevelLimit>& limits, double uncertainty_db,
                                Language language);

}  // namespace preshift
