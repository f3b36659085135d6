#include "frequency_weighting.hpp"
#include "sound_level_meter.hpp"
#include "sounds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <string>

// The electrical tests of IEC 61672-1:2013, row by row, at the rates of sound cards and telephones.

namespace preshift {
namespace {

using namespace test;
using std::numbers::pi;

constexpr double k_test_rates_hz[] = {16000, 22050, 44100, 48000, 96000, 192000};
constexpr double k_db_per_neper_of_energy = 4.342944819032518;

SoundLevels levels_of(const Sound& sound, double rate_hz) {
  SoundLevelMeter meter(rate_hz);
  meter.observe(SampleRun(sound, 0, 1));
  return meter.levels();
}

std::string plain_name(double value) {
  std::string name = std::to_string(value);
  name.erase(name.find_last_not_of('0') + 1);
  for (char& letter : name)
    if (letter == '.' || letter == '-') letter = '_';
  return name;
}

struct Burst {
  double milliseconds;
  double fast_db;
  double exposure_db;
  double slow_db;  ///< 1: not in the table
};

/// Table 4.
constexpr Burst k_table_4[] = {{1000, 0.0, 0.0, -2.0},    {500, -0.1, -3.0, -4.1},  {200, -1.0, -7.0, -7.4},
                               {100, -2.6, -10.0, -10.2}, {50, -4.8, -13.0, -13.1}, {20, -8.3, -17.0, -17.0},
                               {10, -11.1, -20.0, -20.0}, {5, -14.1, -23.0, -23.0}, {2, -18.0, -27.0, -27.0},
                               {1, -21.0, -30.0, 1},      {0.5, -24.0, -33.0, 1},   {0.25, -27.0, -36.0, 1}};

class Toneburst : public ::testing::TestWithParam<Burst> {};

/// What A takes off a burst beyond what it takes off the tone: a short one spreads over frequencies that A
/// lowers more. By the spectrum of its samples and the design goal.
double spread_db(const Sound& burst, double rate_hz) {
  if (static_cast<double>(burst.size()) > 0.0101 * rate_hz) return 0;  // less than 0.005 dB
  constexpr double k_step_hz = 50;
  double energy = 0;
  double weighted = 0;
  for (double hz = k_step_hz; hz < rate_hz / 2; hz += k_step_hz) {
    std::complex<double> sum;
    for (std::size_t i = 0; i < burst.size(); ++i)
      sum += static_cast<double>(burst[i]) * std::polar(1.0, -2 * pi * hz * static_cast<double>(i) / rate_hz);
    energy += std::norm(sum);
    weighted += std::norm(sum) * std::pow(10.0, design_goal_db(Weighting::a, hz) / 10);
  }
  return 10 * std::log10(weighted / energy) - design_goal_db(Weighting::a, 4000);
}

/// The table is rounded to 0.1 dB, and F is right within 0.02 dB. (Class 1 allows 0.5 dB for the long ones,
/// +1 and -3 dB for the shortest.)
constexpr double k_burst_tolerance_db = 0.05 + 0.03;

TEST_P(Toneburst, ReadsAsTable4Says) {
  const Burst row = GetParam();
  for (const double rate_hz : k_test_rates_hz) {
    if (std::fmod(rate_hz * row.milliseconds / 1000, 1) != 0) continue;  // no whole number of samples
    const double steady = levels_of(sine(rate_hz, 4000, -20, 2), rate_hz).laeq;
    const Sound burst = sine(rate_hz, 4000, -20, row.milliseconds / 1000);
    const double spread = spread_db(burst, rate_hz);
    const SoundLevels levels = levels_of(silence(rate_hz, 0.3) + burst + silence(rate_hz, 0.5), rate_hz);
    EXPECT_NEAR(levels.lafmax - steady, row.fast_db + spread, k_burst_tolerance_db) << rate_hz;
    EXPECT_NEAR(levels.lae - steady, row.exposure_db + spread, k_burst_tolerance_db) << rate_hz;
    if (row.slow_db <= 0) {
      EXPECT_NEAR(levels.lasmax - steady, row.slow_db + spread, k_burst_tolerance_db) << rate_hz;
    }
  }
}

TEST_P(Toneburst, RepeatedReadsItsShareOfTheTime) {
  const Burst row = GetParam();
  constexpr int k_bursts = 4;
  constexpr double k_rate_hz = 48000;
  const double pause_seconds = 3 * row.milliseconds / 1000 + 0.01;
  Sound sound;
  for (int i = 0; i < k_bursts; ++i)
    sound = sound + sine(k_rate_hz, 4000, -20, row.milliseconds / 1000) + silence(k_rate_hz, pause_seconds);
  const double steady = levels_of(sine(k_rate_hz, 4000, -20, 2), k_rate_hz).laeq;
  const double share = k_bursts * row.milliseconds / 1000 * k_rate_hz / static_cast<double>(sound.size());
  const double spread = spread_db(sine(k_rate_hz, 4000, -20, row.milliseconds / 1000), k_rate_hz);
  EXPECT_NEAR(levels_of(sound, k_rate_hz).laeq - steady, 10 * std::log10(share) + spread, 0.03);
}

INSTANTIATE_TEST_SUITE_P(Table4, Toneburst, ::testing::ValuesIn(k_table_4),
                         [](const auto& tested) { return "ms_" + plain_name(tested.param.milliseconds); });

struct Peak {
  const char* name;
  double frequency_hz;
  double from_cycle, to_cycle;
  double peak_db;
  double tolerance_db;  ///< class 1
};

/// Table 5.
constexpr Peak k_table_5[] = {{"one_cycle_31_5_Hz", 31.5, 0, 1, 2.5, 2.0},
                              {"one_cycle_500_Hz", 500, 0, 1, 3.5, 1.0},
                              {"one_cycle_8_kHz", 8000, 0, 1, 3.4, 2.0},
                              {"positive_half_cycle_500_Hz", 500, 0, 0.5, 2.4, 1.0},
                              {"negative_half_cycle_500_Hz", 500, 0.5, 1, 2.4, 1.0}};

class CPeak : public ::testing::TestWithParam<Peak> {};

TEST_P(CPeak, StandsAboveTheSteadyLevelAsTable5Says) {
  const Peak row = GetParam();
  for (const double rate_hz : {22050.0, 44100.0, 48000.0, 96000.0, 192000.0}) {
    const double steady = levels_of(sine(rate_hz, row.frequency_hz, -20, 2), rate_hz).lceq;
    Sound sound = silence(rate_hz, 1);
    for (double cycle = row.from_cycle; cycle < row.to_cycle; cycle += row.frequency_hz / rate_hz)
      sound[static_cast<std::size_t>((0.4 + cycle / row.frequency_hz) * rate_hz)] =
          static_cast<float>(amplitude_of(-20) * std::sin(2 * pi * cycle));
    EXPECT_NEAR(levels_of(sound, rate_hz).lcpeak - steady, row.peak_db, row.tolerance_db) << rate_hz;
    if (rate_hz >= 192000) {
      EXPECT_NEAR(levels_of(sound, rate_hz).lcpeak - steady, row.peak_db, 0.3);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Table5, CPeak, ::testing::ValuesIn(k_table_5),
                         [](const auto& tested) { return std::string(tested.param.name); });

struct Row {
  int band;
  double a_db, c_db;
};

/// Table 3; Z is 0 dB.
constexpr Row k_table_3[] = {
    {-20, -70.4, -14.3}, {-19, -63.4, -11.2}, {-18, -56.7, -8.5}, {-17, -50.5, -6.2}, {-16, -44.7, -4.4},
    {-15, -39.4, -3.0},  {-14, -34.6, -2.0},  {-13, -30.2, -1.3}, {-12, -26.2, -0.8}, {-11, -22.5, -0.5},
    {-10, -19.1, -0.3},  {-9, -16.1, -0.2},   {-8, -13.4, -0.1},  {-7, -10.9, 0.0},   {-6, -8.6, 0.0},
    {-5, -6.6, 0.0},     {-4, -4.8, 0.0},     {-3, -3.2, 0.0},    {-2, -1.9, 0.0},    {-1, -0.8, 0.0},
    {0, 0.0, 0.0},       {1, 0.6, 0.0},       {2, 1.0, -0.1},     {3, 1.2, -0.2},     {4, 1.3, -0.3},
    {5, 1.2, -0.5},      {6, 1.0, -0.8},      {7, 0.5, -1.3},     {8, -0.1, -2.0},    {9, -1.1, -3.0},
    {10, -2.5, -4.4},    {11, -4.3, -6.2},    {12, -6.6, -8.5},   {13, -9.3, -11.2}};

class WeightedTone : public ::testing::TestWithParam<Row> {};

TEST_P(WeightedTone, ReadsAsTable3SaysThroughTheWholeMeter) {
  const Row row = GetParam();
  const double hz = 1000 * std::pow(10.0, row.band / 10.0);
  for (const double rate_hz : {8000.0, 16000.0, 22050.0, 44100.0, 48000.0, 192000.0}) {
    if (hz > highest_valid_hz(rate_hz)) continue;
    // The sine rises and falls over half a second: its beginning would be a click of other frequencies.
    Sound sound = sine(rate_hz, hz, -20, 3);
    double energy = 0;
    const auto ramp = static_cast<std::size_t>(rate_hz / 2);
    for (std::size_t i = 0; i < sound.size(); ++i) {
      const std::size_t edge = std::min(i, sound.size() - 1 - i);
      if (edge < ramp)
        sound[i] *= static_cast<float>(
            std::pow(std::sin(pi / 2 * static_cast<double>(edge) / static_cast<double>(ramp)), 2));
      energy += static_cast<double>(sound[i]) * static_cast<double>(sound[i]);
    }
    const double level = 10 * std::log10(energy / static_cast<double>(sound.size()));
    const SoundLevels levels = levels_of(sound, rate_hz);
    EXPECT_NEAR(levels.laeq - level, row.a_db, 0.1) << rate_hz;
    EXPECT_NEAR(levels.lceq - level, row.c_db, 0.1) << rate_hz;
    EXPECT_NEAR(levels.lzeq - level, 0, 0.01) << rate_hz;
  }
}

INSTANTIATE_TEST_SUITE_P(Table3, WeightedTone, ::testing::ValuesIn(k_table_3), [](const auto& tested) {
  return plain_name(std::round(1000 * std::pow(10.0, tested.param.band / 10.0) * 10) / 10) + "Hz";
});

TEST(Iec61672, DecayRatesAfterASteadyToneAreThoseOfFAndS) {
  for (const double rate_hz : {8000.0, 44100.0, 48000.0}) {
    const double hz = rate_hz > 8000 ? 4000 : 1000;
    const Sound sound = sine(rate_hz, hz, -20, 12) + silence(rate_hz, 4);
    const SoundLevels at_1 = levels_of(Sound(sound.begin(), sound.end() - std::lround(3 * rate_hz)), rate_hz);
    const SoundLevels at_3 = levels_of(Sound(sound.begin(), sound.end() - std::lround(1 * rate_hz)), rate_hz);
    const double fast = (*at_1.lafmin - *at_3.lafmin) / 2;
    const double slow = (*at_1.lasmin - *at_3.lasmin) / 2;
    EXPECT_NEAR(fast, k_db_per_neper_of_energy / k_fast_seconds, 0.05) << rate_hz;
    EXPECT_NEAR(slow, k_db_per_neper_of_energy / k_slow_seconds, 0.01) << rate_hz;
  }
}

TEST(Iec61672, FAndSAndTheAverageAgreeOnASteadyOneKilohertzTone) {
  for (const double rate_hz : k_rates_hz) {
    const SoundLevels levels = levels_of(sine(rate_hz, 1000, -30, 10), rate_hz);
    EXPECT_NEAR(levels.laeq, -30, 0.01) << rate_hz;
    for (const double level : {levels.lafmax, *levels.lafmin, levels.lasmax, *levels.lasmin, levels.lcfmax,
                               *levels.lcfmin, levels.lceq, levels.lzeq})
      EXPECT_NEAR(level, levels.laeq, 0.05) << rate_hz;
    EXPECT_NEAR(levels.lae, levels.laeq + 10, 1e-3) << rate_hz;
    EXPECT_NEAR(levels.c_minus_a, 0, 0.01) << rate_hz;
  }
}

TEST(Iec61672, IsLinearOverMoreThanAHundredDecibels) {
  double before = NAN;
  for (double level = -135; level <= 0; level += 5) {
    const SoundLevels levels = levels_of(sine(48000, 1000, level, 2), 48000);
    EXPECT_NEAR(levels.laeq, level, 0.01);
    EXPECT_NEAR(levels.lceq, level, 0.01);
    EXPECT_NEAR(levels.lzeq, level, 0.01);
    EXPECT_NEAR(levels.lafmax, level, 0.05);
    if (!std::isnan(before)) {
      EXPECT_NEAR(levels.laeq - before, 5, 0.01);
    }
    before = levels.laeq;
  }
}

/// The level at which half a cycle of one sign first shows as an overload.
double overload_level(double sign) {
  for (double level = -6; level < 10; level += 0.05) {
    Sound half = sine(48000, 1000, level, 0.0005);
    for (float& sample : half)
      sample = std::clamp(static_cast<float>(sign) * sample, -1.0F, 32767.0F / 32768);
    if (levels_of(silence(48000, 0.5) + half + silence(48000, 0.5), 48000).overloaded) return level;
  }
  return INFINITY;
}

TEST(Iec61672, OverloadComesAtTheSameLevelForBothHalvesOfACycleAndStays) {
  EXPECT_NEAR(overload_level(1), overload_level(-1), 0.11);  // 1.5 dB is allowed
  EXPECT_LT(overload_level(1), 0);
  EXPECT_FALSE(levels_of(sine(48000, 1000, -6, 1), 48000).overloaded);
}

}  // namespace
}  // namespace preshift
