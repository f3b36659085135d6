#pragma once

#include "biquad_cascade.hpp"
#include "phase.hpp"
#include "sample_run.hpp"

#include <cstddef>

namespace preshift {

/// The A-weighted sound of one of the detector's windows, at the sound's own rate.
struct WindowEnergy {
  double mean_square = 0;     ///< full scale squared
  Phase phase = Phase::none;  ///< none where it changes within
};

/// Cuts a channel into the same windows as VoiceDetector does and A-weights it. At 44.1 kHz a window is 1411
/// or 1412 samples.
class WindowEnergies {
 public:
  /// `rate_hz`: 8000 to 192000.
  explicit WindowEnergies(double rate_hz);

  /// Passes each window that is complete to `sink`, a function of const WindowEnergy&.
  template <class Sink>
  void observe(SampleRun run, Phase phase, Sink&& sink) {
    for (std::size_t i = 0; i < run.size(); ++i)
      if (take(static_cast<double>(run[i]), phase)) sink(end_window());
  }

 private:
  bool take(double sample, Phase phase) {
    if (m_samples++ == 0) m_phase = phase;
    if (phase != m_phase) m_phase = Phase::none;
    const double weighted = m_weighting.filter(sample);
    m_squares += weighted * weighted;
    return m_samples == m_length;
  }

  WindowEnergy end_window();
  [[nodiscard]] std::size_t length_of(std::size_t window) const;

  double m_rate_hz;
  BiquadCascade m_weighting;
  std::size_t m_windows = 0;
  std::size_t m_length;
  std::size_t m_samples = 0;
  double m_squares = 0;
  Phase m_phase = Phase::none;
};

}  // namespace preshift
