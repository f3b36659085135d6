#include "video_sampling.hpp"

#include <cmath>

namespace preshift {

VideoSampling::VideoSampling(double pictures_per_second, double claimed_frames_per_second)
    : m_period_seconds(1 / pictures_per_second), m_frames_per_second(claimed_frames_per_second) {
  constexpr double k_usual = 25;
  const bool sensible = m_frames_per_second >= 1 && m_frames_per_second <= 240;
  if (!sensible) m_frames_per_second = k_usual;
}

bool VideoSampling::takes(double position_ms) {
  m_seconds = seconds_of(position_ms);
  ++m_frames;
  constexpr double k_rounding_seconds = 1e-3;  // containers round timestamps to a millisecond
  if (m_seconds < m_due_seconds - k_rounding_seconds) return false;
  const double periods = std::floor((m_seconds + k_rounding_seconds) / m_period_seconds);
  m_due_seconds = (periods + 1) * m_period_seconds;
  return true;
}

double VideoSampling::seconds_of(double position_ms) {
  if (m_frames == 0) m_first_ms = m_last_ms = position_ms;
  // From the first timestamp that does not grow on, frames count from where the last good one left off.
  const bool grows = m_frames == 0 || position_ms > m_last_ms;
  m_trusts_timestamps = m_trusts_timestamps && std::isfinite(position_ms) && grows;
  if (!m_trusts_timestamps) return m_frames == 0 ? 0 : m_seconds + 1 / m_frames_per_second;
  m_last_ms = position_ms;
  return (position_ms - m_first_ms) / 1000;
}

}  // namespace preshift
