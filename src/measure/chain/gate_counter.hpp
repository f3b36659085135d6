#pragma once

#include <cmath>
#include <cstddef>

namespace preshift {

/// Counts how often the sound vanished into a constant for at least 50 ms and came back: a gate closes
/// between sounds, a room never falls silent.
class GateCounter {
 public:
  explicit GateCounter(double rate_hz) : m_shortest(static_cast<std::size_t>(0.05 * rate_hz)) {}

  void add(float sample) {
    if (sample == m_value) {
      ++m_constant;
      return;
    }
    if (m_constant >= m_shortest) {
      if (m_sounded) ++m_returns;
      m_sounded = false;
    }
    m_sounded = m_sounded || std::abs(sample - m_value) > k_sounding;
    m_value = sample;
    m_constant = 0;
  }

  [[nodiscard]] std::size_t returns() const { return m_returns; }

 private:
  /// From sample to sample, eight steps of 16 bits: a sound near its last bit stands still by itself.
  static constexpr float k_sounding = 8.5F / 32768;

  std::size_t m_shortest;
  float m_value = 0;
  std::size_t m_constant = 0;
  bool m_sounded = false;
  std::size_t m_returns = 0;
};

}  // namespace preshift
