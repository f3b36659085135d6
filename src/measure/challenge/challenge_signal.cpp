#include "challenge_signal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

/// A chip's envelope, `seconds` from its middle: 1 in the middle, 0 from k_half_pulse_seconds on.
double hann_pulse(double seconds) {
  if (std::abs(seconds) >= challenge::k_half_pulse_seconds) return 0;
  const double cosine = std::cos(std::numbers::pi * seconds / (2 * challenge::k_half_pulse_seconds));
  return cosine * cosine;
}

}  // namespace

std::vector<float> challenge_signal(ChallengeCode code, double rate_hz, double amplitude) {
  const double seconds = challenge::k_seconds + challenge::k_half_pulse_seconds;
  std::vector<float> signal(static_cast<std::size_t>(std::ceil(seconds * rate_hz)));
  for (std::size_t sample = 0; sample < signal.size(); ++sample) {
    const double time = static_cast<double>(sample) / rate_hz;
    // The pulse of chip k has its middle at (k + 1) / k_chips_per_second: two of them overlap at any time.
    const auto later = static_cast<std::size_t>(time * challenge::k_chips_per_second);
    double envelope = 0;
    for (std::size_t index = later == 0 ? 0 : later - 1; index <= std::min(later, challenge::k_chips - 1);
         ++index) {
      const double middle = static_cast<double>(index + 1) / challenge::k_chips_per_second;
      envelope += static_cast<double>(chip(code, index)) * hann_pulse(time - middle);
    }
    const double phase = 2 * std::numbers::pi * challenge::k_carrier_hz * time;
    signal[sample] = static_cast<float>(amplitude * envelope * std::cos(phase));
  }
  return signal;
}

}  // namespace preshift
