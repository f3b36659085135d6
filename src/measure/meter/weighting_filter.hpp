#pragma once

#include "lanes.hpp"

#include <array>
#include <cstddef>

namespace preshift {

/// The A- and the C-weighting of one signal at once. C and the poles that both weightings have are calculated
/// once; A is made from them by two more high-passes. All poles are real: seven sections of first order in
/// series, and a short numerator for each weighting.
///
/// The four quarters of a tick (quarters.hpp) run side by side, twice: first from nothing, which tells what
/// the sound itself leaves in the sections at each quarter's end; what they held before fades by a constant
/// matrix; so the true beginning of every quarter is known, and the second run is the filter, sample for
/// sample.
///
/// Single precision: its rounding noise stays 125 dB below the loudest rumble, and relative to the signal, so
/// it hides no quiet sound by itself. It starts as if the mean of the first tick had stood there for ever.
class WeightingFilter {
 public:
  /// `tick_samples`: a multiple of 16, at least 16.
  WeightingFilter(double rate_hz, std::size_t tick_samples);

  /// One tick each, in quarters. The arrays must not overlap.
  void filter(const float* samples, float* a_weighted, float* c_weighted);

 private:
  template <class Number>
  struct Poles {
    Number low, high, warping, mid1, mid2;
  };

  /// The last output of every section and those before it that the numerators need: of one place of the
  /// sound, or of four.
  template <class Number>
  struct Memory;

  struct Outputs {
    float *a_weighted, *c_weighted;
  };

  static constexpr std::size_t k_sections = 7;
  static constexpr std::size_t k_memories = 13;
  using Vector = std::array<float, k_memories>;

  template <bool write>
  void run(const float* samples, Float4 before, Memory<Float4>& memory, Outputs to) const;
  void correct_beginnings(Memory<Float4>& ends) const;

  std::size_t m_steps;  ///< samples of a quarter
  Poles<Float4> m_poles;
  std::array<Float4, 4> m_a, m_c;             ///< numerators by rising powers of 1/z
  std::array<Vector, k_sections> m_fading{};  ///< what one section's output leaves in all, a quarter later
  Vector m_memory{};                          ///< at the end of the last tick
  float m_last_sample = 0;
  bool m_started = false;
};

}  // namespace preshift
