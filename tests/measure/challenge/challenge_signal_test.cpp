#include "challenge_signal.hpp"

#include "made_challenge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

using namespace test;

/// Power of the sound between two frequencies, by a discrete Fourier transform of its first second, in steps
/// of 1 Hz.
double power_between(const Sound& sound, double rate_hz, int from_hz, int to_hz) {
  double power = 0;
  const auto samples = static_cast<std::size_t>(rate_hz);
  for (int hertz = from_hz; hertz < to_hz; ++hertz) {
    double real = 0, imaginary = 0;
    for (std::size_t sample = 0; sample < samples; ++sample) {
      const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(sample) / rate_hz;
      real += static_cast<double>(sound[sample]) * std::cos(phase);
      imaginary += static_cast<double>(sound[sample]) * std::sin(phase);
    }
    power += real * real + imaginary * imaginary;
  }
  return power;
}

TEST(ChallengeSignal, LastsTwoSecondsAndKeepsWithinItsAmplitude) {
  for (const double rate_hz : k_rates_hz) {
    const Sound sound = challenge_signal(made_code(1), rate_hz, 0.25);
    EXPECT_NEAR(static_cast<double>(sound.size()) / rate_hz, 2.049, 1 / rate_hz + 1e-9);
    const auto [lowest, highest] = std::minmax_element(sound.begin(), sound.end());
    EXPECT_LE(*highest, 0.25F + 1e-6F);
    EXPECT_GE(*lowest, -0.25F - 1e-6F);
    EXPECT_GT(*highest, 0.2F);
  }
}

TEST(ChallengeSignal, StaysBetweenOneAndThreeKilohertz) {
  constexpr double k_rate_hz = 8000;
  const Sound sound = challenge_signal(made_code(2), k_rate_hz, 0.25);
  const double inside = power_between(sound, k_rate_hz, 1000, 3000);
  EXPECT_LT(power_between(sound, k_rate_hz, 0, 800), 0.01 * inside);
  EXPECT_LT(power_between(sound, k_rate_hz, 3200, 4000), 0.01 * inside);
}

TEST(ChallengeSignal, CarriesTheBitsFromTheHighestOfTheFirstByteOn) {
  constexpr double k_rate_hz = 48000;
  Code code{};
  code[0] = 0b1010'0000;
  const Sound sound = challenge_signal(code, k_rate_hz, 1);
  // The carrier has a whole number of turns at each chip's middle, where its pulse stands alone.
  for (std::size_t index = 0; index < 8; ++index) {
    const auto middle = static_cast<std::size_t>((static_cast<double>(index) + 1) * k_rate_hz / 1000);
    EXPECT_NEAR(sound[middle], index == 0 || index == 2 ? 1 : -1, 1e-6) << index;
  }
}

}  // namespace
}  // namespace preshift
