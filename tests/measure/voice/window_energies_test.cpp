#include "window_energies.hpp"

#include "decibel.hpp"
#include "sounds.hpp"
#include "voice_network.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace test;

std::vector<WindowEnergy> windows_of(const Sound& sound, double rate_hz, Phase phase = Phase::reading) {
  WindowEnergies energies(rate_hz);
  std::vector<WindowEnergy> windows;
  energies.observe(SampleRun(sound, 0, 1), phase,
                   [&](const WindowEnergy& window) { windows.push_back(window); });
  return windows;
}

TEST(WindowEnergies, AreThoseOfASineAtOneKilohertzAtAnyRate) {
  for (const double rate_hz : k_rates_hz) {
    const auto windows = windows_of(sine(rate_hz, 1000, -20, 1), rate_hz);
    EXPECT_EQ(windows.size(), 31U) << rate_hz;
    for (std::size_t i = 2; i < windows.size(); ++i)
      EXPECT_NEAR(level_of_energy(windows[i].mean_square), -20, 0.02) << rate_hz << " Hz, window " << i;
  }
}

TEST(WindowEnergies, AreAWeighted) {
  const auto windows = windows_of(sine(48000, 100, -20, 1), 48000);
  double sum = 0;
  for (std::size_t i = 5; i < 30; ++i) sum += windows[i].mean_square;  // 0.8 s: whole periods
  EXPECT_NEAR(level_of_energy(sum / 25), -20 - 19.1, 0.05);            // IEC 61672-1, table 3
}

TEST(WindowEnergies, DoNotDriftAwayFromTheirTimes) {
  for (const double rate_hz : {8001.0, 44100.0, 47999.0}) {
    const Sound minute = silence(rate_hz, 60);
    EXPECT_EQ(windows_of(minute, rate_hz).size(), 1875U) << rate_hz;
  }
}

TEST(WindowEnergies, AWindowInWhichThePhaseChangesBelongsToNone) {
  WindowEnergies energies(16000);
  const Sound sound = silence(16000, 0.1);
  std::vector<Phase> phases;
  const auto keep = [&](const WindowEnergy& window) { phases.push_back(window.phase); };
  energies.observe(SampleRun(sound, 0, 1).part(0, 700), Phase::reading, keep);
  energies.observe(SampleRun(sound, 0, 1).part(0, 836), Phase::silent, keep);
  EXPECT_EQ(phases, (std::vector{Phase::reading, Phase::none, Phase::silent}));
}

}  // namespace
}  // namespace preshift
