#pragma once

#include "challenge_code.hpp"
#include "sample_run.hpp"

#include <complex>
#include <cstddef>
#include <vector>

namespace preshift {

/// How much of the challenge was in what was heard.
struct ChallengeFindings {
  /// At the delay where it is greatest: the power that correlates with the code, relative to what correlates
  /// with it by chance. 1 on average where nothing was played, up to the chips of a segment (128).
  double score = 0;
  double expanded_uncertainty = 0;  ///< of the score (k = 2), from how the segments differ
  double threshold = 0;             ///< from here on the challenge was heard
};

/// Listens for a challenge of any delay, in the memory of its baseband (4000 complex numbers a second), and
/// takes the samples of one channel block by block.
///
/// The matched filter: the sound is shifted down by the carrier and filtered by the pulse; at each delay, a
/// quarter of a chip apart, each segment of 128 chips is correlated coherently, divided by its own energy,
/// and the segments' powers are averaged. A loud moment so spoils one segment only, and the clocks of
/// loudspeaker and microphone may differ by 200 ppm.
///
/// The threshold needs no model of the noise. Whatever was recorded, if it does not depend on the code then
/// a segment's correlation is a sum of fixed numbers with random signs, so its normalised power x has
/// E[exp(l x)] <= (1 - 2 l)^(-1/2) (Hoeffding, Hanson and Wright); Chernoff's bound on the sum of 16, times
/// the number of delays, is the probability of hearing what was not played: k_false_alarm.
class ChallengeListener {
 public:
  static constexpr double k_false_alarm = 1e-6;

  /// `rate_hz`: 8000 to 192000. `seconds`: what is listened to at most; the rest is ignored.
  ChallengeListener(ChallengeCode code, double rate_hz, double seconds);

  void observe(SampleRun samples);

  /// Seconds taken so far.
  [[nodiscard]] double seconds() const;

  /// Zero scores when what was heard is shorter than the challenge.
  [[nodiscard]] ChallengeFindings findings() const;

 private:
  [[nodiscard]] ChallengeFindings at_delay(std::size_t delay) const;
  [[nodiscard]] double segment_power(std::size_t first_chip, std::size_t delay) const;

  std::vector<float> m_chips;
  std::vector<std::complex<float>> m_pulse_turns;  ///< where each step of a pulse's length is in its turn
  double m_rate_hz;
  std::vector<std::complex<float>> m_baseband;
  std::size_t m_samples = 0;
};

/// The mean of `segments` normalised powers that, at any of so many delays, chance exceeds with at most this
/// probability.
[[nodiscard]] double challenge_threshold(std::size_t segments, std::size_t delays, double false_alarm);

}  // namespace preshift
