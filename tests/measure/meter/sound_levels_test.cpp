#include "allocations.hpp"
#include "frequency_weighting.hpp"
#include "quarters.hpp"
#include "sound_level_meter.hpp"
#include "sounds.hpp"
#include "weighting_filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

std::vector<double> numbers(const SoundLevels& l) {
  return {l.laeq,           l.lceq,           l.lzeq,           l.lae,      l.lafmax, l.lasmax,
          l.lcfmax,         l.lcsmax,         l.lapeak,         l.lcpeak,   l.lzpeak, l.lafmin.value(),
          l.lasmin.value(), l.lcfmin.value(), l.lcsmin.value(), l.c_minus_a};
}

struct Weighted {
  Sound a, c;
};

/// By whole ticks; what is left of the sound is left out.
Weighted weighted(const Sound& sound, double rate_hz, std::size_t tick_samples) {
  Weighted all{Sound(sound.size()), Sound(sound.size())};
  Sound x(tick_samples);
  Sound a(tick_samples);
  Sound c(tick_samples);
  WeightingFilter filter(rate_hz, tick_samples);
  for (std::size_t first = 0; first + tick_samples <= sound.size(); first += tick_samples) {
    to_quarters(sound.data() + first, tick_samples, x.data());
    filter.filter(x.data(), a.data(), c.data());
    from_quarters(a.data(), tick_samples, all.a.data() + first);
    from_quarters(c.data(), tick_samples, all.c.data() + first);
  }
  return all;
}

TEST(Quarters, LieSideBySideAndComeBackInTheOrderOfTime) {
  Sound sound(48);
  for (std::size_t i = 0; i < sound.size(); ++i) sound[i] = static_cast<float>(i);
  Sound quarters(sound.size());
  Sound back(sound.size());
  to_quarters(sound.data(), sound.size(), quarters.data());
  EXPECT_THAT(std::vector(quarters.begin(), quarters.begin() + 8), ElementsAre(0, 12, 24, 36, 1, 13, 25, 37));
  from_quarters(quarters.data(), sound.size(), back.data());
  EXPECT_THAT(back, ElementsAreArray(sound));
}

TEST(WeightingFilter, IsTheSameFilterAsTheCascadeOfTheDesignForTicksOfAnyLength) {
  for (const double rate_hz : k_rates_hz) {
    for (const std::size_t tick_samples : {16U, 80U, 480U, 1920U}) {
      const Sound sound = white_noise(rate_hz, -20, 4000 / rate_hz, 1);
      double mean = 0;
      for (std::size_t i = 0; i < tick_samples; ++i)
        mean += static_cast<double>(sound[i]) / static_cast<double>(tick_samples);
      const Weighted filtered = weighted(sound, rate_hz, tick_samples);
      BiquadCascade a_cascade = design_weighting(Weighting::a, rate_hz);
      BiquadCascade c_cascade = design_weighting(Weighting::c, rate_hz);
      for (std::size_t i = 0; i < sound.size() / tick_samples * tick_samples; ++i) {
        const double sample = static_cast<double>(sound[i]) - mean;
        ASSERT_NEAR(static_cast<double>(filtered.a[i]), a_cascade.filter(sample), 2e-6)
            << rate_hz << ' ' << i;
        ASSERT_NEAR(static_cast<double>(filtered.c[i]), c_cascade.filter(sample), 2e-6)
            << rate_hz << ' ' << i;
      }
    }
  }
}

TEST(WeightingFilter, RoundsSoLittleThatALoudRumbleHidesNothing) {
  // 5 Hz at full scale: what differs from the filter in double precision is noise. The filter starts from the
  // mean of its first tick, the cascade from nothing, so the sine follows a tick of silence.
  for (const double rate_hz : {8000.0, 48000.0, 192000.0}) {
    const auto tick_samples = static_cast<std::size_t>(rate_hz / 100);
    const Sound rumble = Sound(tick_samples, 0.0F) + sine(rate_hz, 5, -3.02, 2);
    const Weighted filtered = weighted(rumble, rate_hz, tick_samples);
    BiquadCascade a = design_weighting(Weighting::a, rate_hz);
    BiquadCascade c = design_weighting(Weighting::c, rate_hz);
    double a_noise = 0;
    double c_noise = 0;
    for (std::size_t i = 0; i < rumble.size() / tick_samples * tick_samples; ++i) {
      const auto sample = static_cast<double>(rumble[i]);
      a_noise += std::pow(static_cast<double>(filtered.a[i]) - a.filter(sample), 2);
      c_noise += std::pow(static_cast<double>(filtered.c[i]) - c.filter(sample), 2);
    }
    const auto level = [&](double noise) {
      return 10 * std::log10(noise / static_cast<double>(rumble.size()));
    };
    RecordProperty("a_" + std::to_string(std::lround(rate_hz)), std::to_string(level(a_noise)));
    RecordProperty("c_" + std::to_string(std::lround(rate_hz)), std::to_string(level(c_noise)));
    EXPECT_LT(level(a_noise), -125) << rate_hz;
    EXPECT_LT(level(c_noise), -115) << rate_hz;
  }
}

TEST(SoundLevels, BlocksOfAnySizeGiveTheSameNumbersBitForBit) {
  for (const double rate_hz : {11025.0, 48000.0}) {
    const Sound sound = white_noise(rate_hz, -40, 3.2177, 1);
    std::vector<double> whole;
    for (const std::size_t block : {sound.size(), 1UL, 7UL, 64UL, 1000UL, 4096UL}) {
      SoundLevelMeter meter(rate_hz, Bands::third_octave);
      for (std::size_t first = 0; first < sound.size(); first += block)
        meter.observe(
            SampleRun(std::span(sound).subspan(first, std::min(block, sound.size() - first)), 0, 1));
      std::vector<double> measured = numbers(meter.levels());
      for (int third = k_lowest_third; third <= k_highest_third; ++third)
        if (const auto level = meter.bands()->third_octave(third))
          measured.insert(measured.end(), {level->dbfs, level->averaging_uncertainty, level->seconds});
      if (whole.empty()) whole = measured;
      EXPECT_GT(measured.size(), 80U);
      EXPECT_THAT(measured, ElementsAreArray(whole)) << block;
    }
  }
}

TEST(SoundLevels, TheLastSampleCountsWhereverTheSoundEnds) {
  const double first_response = design_weighting(Weighting::c, 48000).filter(0.5);
  for (const std::size_t before : {480U, 481U, 483U, 487U, 900U}) {
    Sound sound(before, 0.0F);
    sound.push_back(0.5F);
    SoundLevelMeter meter(48000);
    meter.observe(SampleRun(sound, 0, 1));
    EXPECT_NEAR(meter.levels().lzpeak, -6.02, 0.05) << before;
    EXPECT_NEAR(meter.levels().lcpeak, 20 * std::log10(first_response), 0.001) << before;
    EXPECT_EQ(meter.samples(), before + 1);
  }
}

TEST(SoundLevels, AnOffsetIsNoPartOfTheUnweightedLevelOrPeak) {
  Sound sound = sine(48000, 100, -43.0103, 2);
  for (float& sample : sound) sample += 0.25F;
  SoundLevelMeter meter(48000);
  meter.observe(SampleRun(sound, 0, 1));
  EXPECT_NEAR(meter.levels().lzeq, -43.01, 0.001);
  EXPECT_NEAR(meter.levels().lzpeak, -40, 0.01);
}

TEST(SoundLevels, TheLowestLevelIsNotKnownBeforeTwoTimeConstants) {
  SoundLevelMeter meter(48000);
  const Sound tone = sine(48000, 1000, -30, 0.2);
  meter.observe(SampleRun(tone, 0, 1));
  EXPECT_FALSE(meter.levels().lafmin.has_value());
  for (int i = 0; i < 5; ++i) meter.observe(SampleRun(tone, 0, 1));
  EXPECT_TRUE(meter.levels().lafmin.has_value());
  EXPECT_FALSE(meter.levels().lasmin.has_value());
}

TEST(SoundLevels, NothingHeardHasNoLevel) {
  const SoundLevels levels = SoundLevelMeter(48000).levels();
  EXPECT_EQ(levels.laeq, -INFINITY);
  EXPECT_EQ(levels.lzpeak, -INFINITY);
  EXPECT_FALSE(levels.lafmin.has_value());
}

TEST(SoundLevels, TheHistoryHasOneEntryForEachFullSecond) {
  for (const double rate_hz : {8001.0, 11025.0, 44100.0, 48000.0}) {
    std::vector<HistorySecond> history;
    SoundLevelMeter meter(rate_hz, Bands::none,
                          [&](const HistorySecond& second) { history.push_back(second); });
    Sound clipped = sine(rate_hz, 500, 3, 1);
    for (float& sample : clipped) sample = std::clamp(sample, -1.0F, 1.0F);
    const Sound sound = sine(rate_hz, 1000, -50, 1) + sine(rate_hz, 1000, -30, 1) +
                        sine(rate_hz, 1000, -40, 1) + clipped + silence(rate_hz, 0.7);
    meter.observe(SampleRun(sound, 0, 1));
    ASSERT_EQ(history.size(), 4U) << rate_hz;
    EXPECT_NEAR(history[0].laeq_dbfs, -50, 0.2);  // half a group across the border is a hundred times louder
    EXPECT_NEAR(history[1].laeq_dbfs, -30, 0.05);
    EXPECT_NEAR(history[1].lafmax_dbfs, -30, 0.1);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(history[i].overloaded, i == 3) << i;
    EXPECT_TRUE(meter.levels().overloaded);
  }
}

TEST(SoundLevels, ObservingDoesNotAllocate) {
  int seconds = 0;
  SoundLevelMeter meter(48000, Bands::third_octave, [&](const HistorySecond&) { ++seconds; });
  const Sound sound = white_noise(48000, -30, 3.3, 1);
  const std::size_t before = allocations();
  for (std::size_t first = 0; first + 1000 <= sound.size(); first += 1000)
    meter.observe(SampleRun(std::span(sound).subspan(first, 1000), 0, 1));
  EXPECT_EQ(allocations(), before);
  EXPECT_EQ(seconds, 3);
}

}  // namespace
}  // namespace preshift
