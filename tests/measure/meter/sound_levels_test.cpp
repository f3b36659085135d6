#include "allocations.hpp"
#include "frequency_weighting.hpp"
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
using ::testing::ElementsAreArray;

std::vector<double> numbers(const SoundLevels& l) {
  return {l.laeq,           l.lceq,           l.lzeq,           l.lae,      l.lafmax, l.lasmax,
          l.lcfmax,         l.lcsmax,         l.lapeak,         l.lcpeak,   l.lzpeak, l.lafmin.value(),
          l.lasmin.value(), l.lcfmin.value(), l.lcsmin.value(), l.c_minus_a};
}

TEST(WeightingFilter, IsTheSameFilterAsTheCascadeOfTheDesign) {
  for (const double rate_hz : k_rates_hz) {
    Sound sound = white_noise(rate_hz, -20, 0.1, 1);
    sound.resize(sound.size() / 4 * 4);
    double mean = 0;
    for (const float sample : sound) mean += static_cast<double>(sample) / static_cast<double>(sound.size());
    Sound a(sound.size());
    Sound c(sound.size());
    WeightingFilter(rate_hz).filter(sound.data(), sound.size(), a.data(), c.data());
    BiquadCascade a_cascade = design_weighting(Weighting::a, rate_hz);
    BiquadCascade c_cascade = design_weighting(Weighting::c, rate_hz);
    for (std::size_t i = 0; i < sound.size(); ++i) {
      const double sample = static_cast<double>(sound[i]) - mean;
      ASSERT_NEAR(static_cast<double>(a[i]), a_cascade.filter(sample), 2e-6) << rate_hz << ' ' << i;
      ASSERT_NEAR(static_cast<double>(c[i]), c_cascade.filter(sample), 2e-6) << rate_hz << ' ' << i;
    }
  }
}

TEST(WeightingFilter, RoundsSoLittleThatALoudRumbleHidesNothing) {
  // 5 Hz at full scale: what differs from the filter in double precision is noise.
  for (const double rate_hz : {8000.0, 48000.0, 192000.0}) {
    const Sound rumble = sine(rate_hz, 5, -3.02, 2);
    Sound a(rumble.size());
    Sound c(rumble.size());
    WeightingFilter(rate_hz).filter(rumble.data(), rumble.size(), a.data(), c.data());
    BiquadCascade cascade = design_weighting(Weighting::a, rate_hz);
    double noise = 0;
    for (std::size_t i = 0; i < rumble.size(); ++i)
      noise += std::pow(static_cast<double>(a[i]) - cascade.filter(static_cast<double>(rumble[i])), 2);
    EXPECT_LT(10 * std::log10(noise / static_cast<double>(rumble.size())), -125) << rate_hz;
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
