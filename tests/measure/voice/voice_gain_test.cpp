#include "voice_gain.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace preshift {
namespace {

using Window = std::array<float, k_voice_window>;

/// A square wave: its RMS is its amplitude.
Window window_at(double level_dbfs) {
  Window window{};
  const auto amplitude = static_cast<float>(std::pow(10.0, level_dbfs / 20));
  for (std::size_t i = 0; i < window.size(); ++i) window[i] = i % 2 == 0 ? amplitude : -amplitude;
  return window;
}

double gain_db(VoiceGain& gain, double level_dbfs) {
  return 20 * std::log10(static_cast<double>(gain.factor_for(window_at(level_dbfs))));
}

TEST(VoiceGain, BringsAnyLevelToTheSame) {
  for (const double level : {0.0, -20.0, -50.0, -80.0, -100.0}) {
    VoiceGain gain;
    EXPECT_NEAR(gain_db(gain, level), -26 - level, 1e-4) << level;
  }
}

TEST(VoiceGain, DoesNotRaiseTheRoundingOfAConverter) {
  VoiceGain gain;
  EXPECT_NEAR(gain_db(gain, -120), 80, 1e-4);
  EXPECT_NEAR(20 * std::log10(static_cast<double>(gain.factor_for(Window{}))), 80, 1e-4);
}

TEST(VoiceGain, FallsAtOnceAndRisesBySixDecibelsASecond) {
  VoiceGain gain;
  EXPECT_NEAR(gain_db(gain, -60), 34, 1e-4);
  EXPECT_NEAR(gain_db(gain, -20), -6, 1e-4);
  for (int i = 1; i <= 100; ++i)
    EXPECT_NEAR(gain_db(gain, -60), -6 + 6 * 0.032 * i, 1e-3) << i << " windows later";
}

}  // namespace
}  // namespace preshift
