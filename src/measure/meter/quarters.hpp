#pragma once

#include "lanes.hpp"

#include <cstddef>

namespace preshift {

/// A stretch of samples cut into four quarters that lie side by side: lane k of the i-th vector is the i-th
/// sample of quarter k. A recursion then steps through four places of the sound at once and no lane has to
/// wait for its neighbour.
inline constexpr std::size_t k_quarters = 4;

/// The rows of a 4 x 4 matrix become its columns.
inline void transpose(Float4& a, Float4& b, Float4& c, Float4& d) {
  const Float4 ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Float4 ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Float4 cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Float4 cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  b = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  c = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  d = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
}

/// `count`: a multiple of 16.
inline void to_quarters(const float* samples, std::size_t count, float* quarters) {
  const std::size_t quarter = count / k_quarters;
  for (std::size_t i = 0; i < quarter; i += 4) {
    Float4 a = load4(samples + i);
    Float4 b = load4(samples + quarter + i);
    Float4 c = load4(samples + 2 * quarter + i);
    Float4 d = load4(samples + 3 * quarter + i);
    transpose(a, b, c, d);
    float* const to = quarters + k_quarters * i;
    store4(to, a);
    store4(to + 4, b);
    store4(to + 8, c);
    store4(to + 12, d);
  }
}

/// Back into the order of time.
inline void from_quarters(const float* quarters, std::size_t count, float* samples) {
  const std::size_t quarter = count / k_quarters;
  for (std::size_t k = 0; k < k_quarters; ++k)
    for (std::size_t i = 0; i < quarter; ++i) samples[k * quarter + i] = quarters[k_quarters * i + k];
}

}  // namespace preshift
