#include "sound_level_meter.hpp"

#include "frequency_weighting.hpp"
#include "sounds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace preshift {
namespace {

using namespace test;
using std::numbers::pi;

SoundLevelMeter meter_after(const Sound& sound, double rate_hz) {
  SoundLevelMeter meter(rate_hz);
  meter.observe(SampleRun(sound, 0, 1));
  return meter;
}

/// A 1 kHz sine whose level follows a function of time, dBFS.
template <class LevelAt>
Sound modulated_sine(double rate_hz, double seconds, LevelAt level_at) {
  Sound sound = silence(rate_hz, seconds);
  for (std::size_t i = 0; i < sound.size(); ++i) {
    const double t = static_cast<double>(i) / rate_hz;
    sound[i] = static_cast<float>(amplitude_of(level_at(t)) * std::sin(2 * pi * 1000 * t));
  }
  return sound;
}

TEST(SoundLevelMeter, TonesReadTheirLevelPlusTheDesignGoal) {
  for (const double hz : {100.0, 1000.0, 3000.0, 12500.0})
    EXPECT_NEAR(meter_after(sine(48000, hz, -30, 2), 48000).average_level().dbfs,
                -30 + design_goal_db(Weighting::a, hz), 0.02)
        << hz;
}

TEST(SoundLevelMeter, ToneburstsReadAsTable4OfIec61672Says) {
  constexpr double k_toneburst_ms[] = {1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.25};
  constexpr double k_lead_seconds = 0.5;
  for (const double rate_hz : {16000.0, 44100.0, 48000.0, 192000.0}) {
    const double steady = meter_after(sine(rate_hz, 4000, -20, 3), rate_hz).average_level().dbfs;
    for (const double ms : k_toneburst_ms) {
      const Sound burst = sine(rate_hz, 4000, -20, ms / 1000);
      const double sounding = static_cast<double>(burst.size()) / rate_hz;
      const Sound sound = silence(rate_hz, k_lead_seconds) + burst + silence(rate_hz, 0.5);
      const SoundLevelMeter meter = meter_after(sound, rate_hz);
      const double fast = 10 * std::log10(1 - std::exp(-sounding / k_fast_seconds));
      EXPECT_NEAR(meter.maximum_level().dbfs - steady, fast, 0.2) << ms << " ms at " << rate_hz << " Hz";
      const double exposure =
          meter.average_level().dbfs + 10 * std::log10(static_cast<double>(sound.size()) / rate_hz);
      EXPECT_NEAR(exposure - steady, 10 * std::log10(sounding), 0.2) << ms << " ms at " << rate_hz << " Hz";
    }
  }
}

TEST(SoundLevelMeter, ABurstAtTheVeryBeginningReadsAsAnyOther) {
  const Sound burst = sine(48000, 4000, -20, 0.01);
  const double at_start = meter_after(burst + silence(48000, 2), 48000).maximum_level().dbfs;
  const double later = meter_after(silence(48000, 1) + burst + silence(48000, 1), 48000).maximum_level().dbfs;
  EXPECT_NEAR(at_start, later, 1e-6);
}

TEST(SoundLevelMeter, DecaysByTheTimeConstantF) {
  SoundLevelMeter meter(48000);
  const Sound tone = sine(48000, 4000, -20, 3);
  const Sound tenth = silence(48000, 0.1);
  meter.observe(SampleRun(tone, 0, 1));
  meter.observe(SampleRun(tenth, 0, 1));
  const double early = meter.momentary_dbfs();
  for (int i = 0; i < 5; ++i) meter.observe(SampleRun(tenth, 0, 1));
  EXPECT_NEAR((early - meter.momentary_dbfs()) / 0.5, 10 * std::log10(std::exp(1.0)) / k_fast_seconds, 0.02);
}

TEST(SoundLevelMeter, ASteadyToneHasOneLevelForAll) {
  const SoundLevelMeter meter = meter_after(sine(48000, 1000, -40, 5), 48000);
  EXPECT_NEAR(meter.average_level().dbfs, -40, 0.01);
  EXPECT_NEAR(meter.maximum_level().dbfs, -40, 0.05);
  for (const double share : {0.1, 0.5, 0.9}) EXPECT_NEAR(meter.exceeded_level(share).dbfs, -40, 0.05);
  EXPECT_LT(meter.average_level().averaging_uncertainty, 0.01);
}

TEST(SoundLevelMeter, TwoLevelsAreToldApartByTheirShareOfTime) {
  const Sound sound = sine(8000, 1000, -60, 35) + sine(8000, 1000, -30, 30) + sine(8000, 1000, -60, 35);
  const SoundLevelMeter meter = meter_after(sound, 8000);
  EXPECT_NEAR(meter.exceeded_level(0.1).dbfs, -30, 0.03);
  EXPECT_NEAR(meter.exceeded_level(0.29).dbfs, -30, 0.03);
  EXPECT_NEAR(meter.exceeded_level(0.5).dbfs, -60, 0.03);
  EXPECT_NEAR(meter.exceeded_level(0.9).dbfs, -60, 0.03);
  EXPECT_NEAR(meter.average_level().dbfs, -30 + 10 * std::log10(0.3 + 0.7e-3), 0.01);
}

TEST(SoundLevelMeter, ThePercentilesOfARampAreWhereTheoryPutsThem) {
  // F lags behind a rise of s dB/s by 10 lg(1 + s tau / (10 lg e)).
  constexpr double k_slope = 1;
  const SoundLevelMeter meter =
      meter_after(modulated_sine(8000, 40, [](double t) { return -70 + k_slope * t; }), 8000);
  const double lag = 10 * std::log10(1 + k_slope * k_fast_seconds / (10 * std::log10(std::exp(1.0))));
  for (const double share : {0.1, 0.5, 0.9}) {
    const double t = 0.25 + (1 - share) * (40 - 0.25);
    EXPECT_NEAR(meter.exceeded_level(share).dbfs, -70 + k_slope * t - lag, 0.03) << share;
  }
}

TEST(SoundLevelMeter, TheRiseAtTheBeginningIsNotCounted) {
  const SoundLevelMeter meter = meter_after(sine(48000, 1000, -40, 1), 48000);
  EXPECT_NEAR(meter.exceeded_level(0.99).dbfs, -40, 0.05);
}

TEST(SoundLevelMeter, AConstantOffsetIsNoSound) {
  Sound sound = white_noise(48000, -80, 2, 1);
  const double without = meter_after(sound, 48000).average_level().dbfs;
  for (float& sample : sound) sample += 0.25F;
  EXPECT_NEAR(meter_after(sound, 48000).average_level().dbfs, without, 0.01);
  EXPECT_NEAR(meter_after(sound, 48000).maximum_level().dbfs, meter_after(sound, 48000).average_level().dbfs,
              1);
}

TEST(SoundLevelMeter, AConstantAloneHasNoLevel) {
  EXPECT_EQ(meter_after(Sound(48000, 0.5F), 48000).average_level().dbfs, -INFINITY);
}

/// The level of a room that changes: a Gaussian process of this deviation and correlation time, dB.
class WanderingLevel {
 public:
  WanderingLevel(double deviation_db, double correlation_seconds, double step_seconds, std::uint64_t seed)
      : m_deviation_db(deviation_db), m_r(std::exp(-step_seconds / correlation_seconds)), m_normal(seed) {
    m_value = m_normal();
  }
  double operator()() {
    m_value = m_r * m_value + std::sqrt(1 - m_r * m_r) * m_normal();
    return m_deviation_db * m_value;
  }

 private:
  double m_deviation_db;
  double m_r;
  NormalRandom m_normal;
  double m_value = 0;
};

TEST(SoundLevelMeter, TheStatedUncertaintyCoversTheLongTermLevelsAbout95PercentOfTheTime) {
  constexpr int k_seeds = 200;
  constexpr double k_deviation_db = 2;
  constexpr double k_rate_hz = 8000;
  constexpr double k_step_seconds = 0.005;
  // The mean energy of a level with a normal distribution.
  const double average_db = std::log(10.0) / 20 * k_deviation_db * k_deviation_db;
  const double tenth_db = 1.2815516 * k_deviation_db;
  int average = 0;
  int low = 0;
  int middle = 0;
  int high = 0;
  for (std::uint64_t seed = 1; seed <= k_seeds; ++seed) {
    WanderingLevel wander(k_deviation_db, 0.4, k_step_seconds, seed);
    double level = 0;
    int i = 0;
    const SoundLevelMeter meter = meter_after(modulated_sine(k_rate_hz, 20,
                                                             [&](double) {
                                                               if (i++ % 40 == 0) level = wander();
                                                               return -50 + level;
                                                             }),
                                              k_rate_hz);
    const auto covers = [](const ObservedLevel& observed, double truth) {
      return std::abs(observed.dbfs - truth) <= 2 * observed.averaging_uncertainty;
    };
    average += covers(meter.average_level(), -50 + average_db);
    low += covers(meter.exceeded_level(0.9), -50 - tenth_db);
    middle += covers(meter.exceeded_level(0.5), -50);
    high += covers(meter.exceeded_level(0.1), -50 + tenth_db);
  }
  for (const int covered : {average, low, middle, high}) {
    EXPECT_GT(covered, 0.9 * k_seeds) << average << ' ' << low << ' ' << middle << ' ' << high;
    EXPECT_LT(covered, k_seeds);
  }
  RecordProperty("covered_laeq_laf90_laf50_laf10", std::to_string(average) + ' ' + std::to_string(low) + ' ' +
                                                       std::to_string(middle) + ' ' + std::to_string(high));
}

}  // namespace
}  // namespace preshift
