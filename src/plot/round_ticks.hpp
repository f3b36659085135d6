#pragma once

#include <vector>

namespace preshift {

/// Where an axis has its marks. Ranges and spans are finite, spans > 0, `most` >= 1.

/// The smallest step of 1, 2 or 5 times a power of ten that divides the span into at most `most` parts.
[[nodiscard]] double round_step(double span, int most);

/// The same for a clock: 1, 2, 5, 10, 15, 30 s, the same in minutes, then 1, 2, 3, 6, 12 h and whole days.
[[nodiscard]] double round_time_step(double span_s, int most);

/// All multiples of the step within the range, ends included. At most a thousand.
[[nodiscard]] std::vector<double> multiples(double step, double low, double high);

/// How many decimal places write every multiple of the step exactly.
[[nodiscard]] int decimals_of_step(double step);

}  // namespace preshift
