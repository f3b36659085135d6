#pragma once

#include <cmath>

namespace preshift {

/// Time constant of the time weighting F (IEC 61672-1:2013, 5.8.1).
inline constexpr double k_fast_seconds = 0.125;

/// The exponential average of a squared signal that IEC 61672-1 calls time weighting, from 0 at the start.
class ExponentialAverage {
 public:
  ExponentialAverage(double rate_hz, double time_constant_seconds)
      : m_decay_per_sample(-1 / (rate_hz * time_constant_seconds)), m_step(-std::expm1(m_decay_per_sample)) {}

  void add(double square) { m_value += m_step * (square - m_value); }

  /// As if it had been silent before: what a meter shows that was switched on earlier. A burst at the very
  /// beginning reads as it would anywhere else, a steady sound rises to its level.
  [[nodiscard]] double value() const { return m_value; }

  /// The weighted mean of the `samples` > 0 added so far and of nothing else: no rise, but in the first time
  /// constant an average over less time.
  [[nodiscard]] double mean_so_far(double samples) const {
    return m_value / -std::expm1(samples * m_decay_per_sample);
  }

  /// Keeps digital silence from leaving denormal numbers behind.
  void forget_traces() {
    if (m_value < 1e-60) m_value = 0;
  }

 private:
  double m_decay_per_sample;
  double m_step;
  double m_value = 0;
};

}  // namespace preshift
