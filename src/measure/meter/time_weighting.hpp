#pragma once

#include "lanes.hpp"

#include <cmath>

namespace preshift {

/// Time constants of the time weightings F and S (IEC 61672-1:2013, 5.8.1).
inline constexpr double k_fast_seconds = 0.125;
inline constexpr double k_slow_seconds = 1;

/// The exponential averages of two squared signals, which IEC 61672-1 calls time weighting, from 0 at the
/// start. They step from group to group of samples.
class TimeWeighting {
 public:
  TimeWeighting(double rate_hz, double time_constant_seconds, std::size_t group)
      : m_decay_per_sample(-1 / (rate_hz * time_constant_seconds)), m_group(step_of(group)) {}

  /// By the mean energies of one group.
  void add(Double2 energies) { apply(m_group, energies); }

  /// By the mean energies of this many samples.
  void add(Double2 energies, std::size_t samples) { apply(step_of(samples), energies); }

  /// As if it had been silent before: what a meter shows that was switched on earlier. A burst at the very
  /// beginning reads as it would anywhere else, a steady sound rises to its level.
  [[nodiscard]] Double2 value() const { return m_value; }

  /// The weighted mean of what was added and of nothing else: no rise, but in the first time constant an
  /// average over less time. Something must have been added.
  [[nodiscard]] Double2 mean_so_far() const { return m_value / m_weight; }

 private:
  struct Step {
    double decay, rise;
  };
  [[nodiscard]] Step step_of(std::size_t samples) const {
    const double exponent = static_cast<double>(samples) * m_decay_per_sample;
    return {std::exp(exponent), -std::expm1(exponent)};
  }
  void apply(Step step, Double2 energies) {
    m_value = all2(step.decay) * m_value + all2(step.rise) * energies;
    m_weight = all2(step.decay) * m_weight + all2(step.rise);
  }

  double m_decay_per_sample;
  Step m_group;
  Double2 m_value{};
  Double2 m_weight{};
};

}  // namespace preshift
