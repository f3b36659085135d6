#include "signal_faults.hpp"

#include "sounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

using test::Sound;

SampleRun mono(const Sound& sound) {
  return {sound, 0, 1};
}

std::size_t clipped(const Sound& sound) {
  ClippingCounter counter;
  counter.observe(mono(sound));
  return counter.clipped_samples();
}

Sound clip(Sound sound, float low, float high) {
  for (float& sample : sound) sample = std::clamp(sample, low, high);
  return sound;
}

bool is_silent(const Sound& sound) {
  SilenceCounter counter;
  counter.observe(mono(sound));
  return counter.silent_samples() == sound.size();
}

TEST(ClippingCounter, CountsRunsOfThreeAndMore) {
  EXPECT_EQ(clipped({0, 1, 1, 0, -1, 1, 0}), 0U);
  EXPECT_EQ(clipped({0, 1, 1, 1, 0}), 3U);
  EXPECT_EQ(clipped({-1, -1, -1, -1, 0.5F, 1, 1, 1}), 7U);
}

TEST(ClippingCounter, CountsTheShareOfAnOverdrivenSineThatTheoryGives) {
  // |2 sin| exceeds 1 for two thirds of the time.
  const Sound sound = clip(test::sine(48000, 100, 20 * std::log10(2 / std::sqrt(2.0)), 1), -1, 1);
  EXPECT_NEAR(static_cast<double>(clipped(sound)) / 48000, 2.0 / 3, 0.005);
}

TEST(ClippingCounter, KnowsTheRailsOf16And8BitsAndOfTelephony) {
  for (const float rail : {32767.0F / 32768, 127.0F / 128, 32124.0F / 32768, 32256.0F / 32768})
    EXPECT_EQ(clipped({0, rail, rail, rail, 0, -1, -1, -1}), 6U) << rail;
}

TEST(ClippingCounter, ALoudSineThatIsNotClippedIsNotCounted) {
  EXPECT_EQ(clipped(test::sine(48000, 1000, -3.0103, 1)), 0U);
  EXPECT_EQ(clipped(test::sine(48000, 100, -3.05, 1)), 0U);
}

TEST(ClippingCounter, RunsGoOnAcrossBlocks) {
  ClippingCounter counter;
  for (const Sound& sound : {Sound{0, 1}, Sound{1}, Sound{}, Sound{1, 0}}) counter.observe(mono(sound));
  EXPECT_EQ(counter.clipped_samples(), 3U);
}

TEST(SilenceCounter, ZerosAndAnyConstantAreSilence) {
  EXPECT_TRUE(is_silent(Sound(4800, 0.0F)));
  EXPECT_TRUE(is_silent(Sound(4800, 0.3F)));
  EXPECT_TRUE(is_silent(Sound(4800, -1.0F)));
}

TEST(SilenceCounter, TheLastBitOf16MayToggle) {
  Sound sound(4800);
  for (std::size_t i = 0; i < sound.size(); ++i)
    sound[i] = static_cast<float>(-100 + static_cast<int>(i % 3 == 0)) / 32768;
  EXPECT_TRUE(is_silent(sound));
  sound[2000] = -98.0F / 32768;
  EXPECT_FALSE(is_silent(sound));
}

TEST(SilenceCounter, JudgesEachBlockOnItsOwn) {
  SilenceCounter counter;
  counter.observe(mono(Sound{0.1F, 0.1F, 0.1F}));
  counter.end_block();
  counter.observe(mono(Sound{0.5F, -0.5F, 0.5F}));
  counter.end_block();
  counter.observe(mono(Sound{0.5F, 0.5F}));
  EXPECT_EQ(counter.silent_samples(), 5U);
}

}  // namespace
}  // namespace preshift
