#pragma once

#include "document.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

/// What came of the checks of a day, a week or a month.
struct OutcomesOfPeriod {
  std::chrono::sys_days begin;
  std::chrono::sys_days end;  ///< the day after its last, > begin
  std::size_t cleared = 0;
  std::size_t not_cleared = 0;
  std::size_t undecided = 0;

  [[nodiscard]] std::size_t checks() const { return cleared + not_cleared + undecided; }
};

/// The share of each outcome over time, as bars of 100 %. Periods in order; one without checks has no bar.
[[nodiscard]] Chart share_chart(const std::string& title, const std::vector<OutcomesOfPeriod>& periods,
                                Language language);

}  // namespace preshift
