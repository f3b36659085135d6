#pragma once

#include "level_plot.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace preshift {

/// One step of a shown history.
struct LevelColumn {
  double begin_s = 0;
  double end_s = 0;
  double laeq = 0;    ///< mean energy; not a number where there is none
  double lafmax = 0;  ///< the highest; not a number where there is none
  bool overloaded = false;
};

struct LevelColumns {
  std::size_t seconds_each = 1;  ///< the last may be shorter
  std::vector<LevelColumn> columns;
};

/// The history in at most `most` equal steps of a round number of seconds, >= 1. A second that is no level
/// does not count; one of -inf counts as silent, which lowers the mean.
[[nodiscard]] LevelColumns level_columns(std::span<const PlottedSecond> history, std::size_t most);

}  // namespace preshift
