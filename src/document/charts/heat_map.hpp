#pragma once

#include "document.hpp"

#include <array>
#include <optional>
#include <string>

namespace preshift {

/// A value for each hour of each day of the week, such as a mean level.
struct WeekOfHours {
  std::array<std::array<std::optional<double>, 24>, 7> values{};  ///< [0]: Monday; nothing: no check then
  std::string unit;                                               ///< "%", "dB(A)"
};

/// A row for each weekday, a column for each hour. Every cell has its value in whole numbers, so that nobody
/// needs its colour; what has none is hatched.
[[nodiscard]] Chart heat_map(const std::string& title, const WeekOfHours& week, Language language);

}  // namespace preshift
