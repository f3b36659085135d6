#include "voice_resampler.hpp"

#include "sounds.hpp"
#include "voice_network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

using namespace test;

Sound resampled(const Sound& sound, double rate_hz, std::size_t run = 1000) {
  VoiceResampler resampler(rate_hz);
  Sound result;
  for (std::size_t first = 0; first < sound.size(); first += run)
    resampler.resample(
        SampleRun(sound, 0, 1).part(first, std::min(run, sound.size() - first)),
        [&](std::span<const float> samples) { result.insert(result.end(), samples.begin(), samples.end()); });
  return result;
}

TEST(VoiceResampler, KeepsASineInLevelAndInTime) {
  for (const double rate_hz : k_rates_hz) {
    const Sound result = resampled(sine(rate_hz, 1000, -20, 2), rate_hz);
    ASSERT_GT(result.size(), 1.7 * k_voice_rate_hz) << rate_hz << " Hz: at most 0.3 s are still inside";
    for (std::size_t i = 8000; i < result.size(); ++i) {
      const double expected = amplitude_of(-20) * std::sin(2 * std::numbers::pi * 1000 *
                                                           static_cast<double>(i) / k_voice_rate_hz);
      ASSERT_NEAR(result[i], expected, 2e-4) << "sample " << i << " from " << rate_hz << " Hz";
    }
  }
}

TEST(VoiceResampler, WhatIsTooHighDoesNotComeBackLower) {
  const Sound result = resampled(sine(48000, 12000, -20, 2), 48000);
  for (std::size_t i = 8000; i < result.size(); ++i) ASSERT_NEAR(result[i], 0, 1e-4) << i;
}

TEST(VoiceResampler, TheSameForRunsOfAnySize) {
  const Sound noise = white_noise(44100, -20, 1, 1);
  const Sound whole = resampled(noise, 44100, noise.size());
  for (const std::size_t run : {1, 7, 441, 512, 4096}) EXPECT_EQ(resampled(noise, 44100, run), whole) << run;
}

}  // namespace
}  // namespace preshift
