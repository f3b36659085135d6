#pragma once

#include "condition.hpp"
#include "measurement.hpp"

#include <optional>

namespace preshift {

/// The probability that the true value conforms, given what was measured: normal about the value with the
/// standard uncertainty U / 2 (JCGM 106:2012, 7.3 and 7.4). Counts are whole, so they conform up to half a
/// unit beyond the limit. Without uncertainty it is 0 or 1. nullopt for what is only known to lie below a
/// value: how far below nobody knows.
[[nodiscard]] std::optional<double> conformity_probability(const Quantity& quantity, const Limit& limit);
[[nodiscard]] std::optional<double> conformity_probability(const Quantity& quantity, const Range& range);

}  // namespace preshift
