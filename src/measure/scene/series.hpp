#pragma once

#include "measurement.hpp"

#include <span>
#include <vector>

namespace preshift {

/// The mean over the pictures, with U = 2 sqrt(s² + r² / 12): s is the standard deviation over the pictures,
/// r the resolution of one reading. s is not divided by the root of their number: pictures of one series
/// share their light and their exposure, so more of them do not make the mean better known. `values`: at
/// least one.
[[nodiscard]] Quantity mean_of_pictures(std::span<const double> values, double resolution);

/// The median count, the higher of the two middle ones where there are two, with U reaching the farther end
/// of the central 95 % of the counts; 0 where these agree. A count that one picture has and neither of its
/// neighbours, half a second before and after, is first replaced by the median of the three: a detector's
/// slip looks like that, a person does not. `counts`: in order of time, at least one.
[[nodiscard]] Quantity median_of_counts(std::span<const int> counts);

}  // namespace preshift
