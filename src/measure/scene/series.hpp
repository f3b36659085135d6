#pragma once

#include "measurement.hpp"

#include <span>

namespace preshift {

/// The mean over the pictures, with U = 2 sqrt(s² + r² / 12): s is the standard deviation over the pictures,
/// r the resolution of one reading. s is not divided by the root of their number: pictures of one series
/// share their light and their exposure, so more of them do not make the mean better known. `values`: at
/// least one.
[[nodiscard]] Quantity mean_of_pictures(std::span<const double> values, double resolution);

}  // namespace preshift
