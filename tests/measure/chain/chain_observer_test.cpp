#include "chain_observer.hpp"

#include "noises.hpp"
#include "sounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace preshift {
namespace {

using test::Sound;
using test::operator+;

constexpr int k_rate = 48000;

Sound room(double seconds = 6, double level_dbfs = -50) {
  return test::coloured_noise(k_rate, -6, level_dbfs, seconds, 3);
}

ChainFindings findings_of(const Sound& sound, double rate_hz = k_rate, std::size_t block = 4801) {
  ChainObserver observer(rate_hz);
  const SampleRun all(sound, 0, 1);
  for (std::size_t start = 0; start < all.size(); start += block)
    observer.observe(all.part(start, std::min(block, all.size() - start)));
  return observer.findings();
}

void expect_same(const ChainEvidence& a, const ChainEvidence& b) {
  EXPECT_EQ(a.verdict, b.verdict);
  EXPECT_EQ(a.value, b.value);
}

TEST(ChainObserver, FindsNothingInASteadyRoom) {
  const auto findings = findings_of(room());
  for (const auto& evidence :
       {findings.noise_suppression, findings.band_seams, findings.noise_texture, findings.sinking,
        findings.automatic_gain, findings.gain_step, findings.noise_gate, findings.band_limit,
        findings.repeated_buffers, findings.dropouts, findings.flat_tops, findings.dc_offset,
        findings.digital_silence})
    EXPECT_EQ(evidence.verdict, ChainVerdict::none) << evidence.value.value_or(-1);
}

TEST(ChainObserver, ConcludesTheSameFromRunsOfAnySize) {
  const Sound sound = room(3);
  const auto whole = findings_of(sound, k_rate, sound.size());
  for (const std::size_t block : {1UL, 333UL, 2048UL}) {
    const auto parts = findings_of(sound, k_rate, block);
    expect_same(parts.noise_texture, whole.noise_texture);
    expect_same(parts.band_seams, whole.band_seams);
    expect_same(parts.digital_silence, whole.digital_silence);
    EXPECT_EQ(parts.bandwidth_hz, whole.bandwidth_hz);
  }
}

TEST(ChainObserver, KnowsNothingOfLessThanASecond) {
  const auto findings = findings_of(room(0.9));
  EXPECT_EQ(findings.noise_suppression.verdict, ChainVerdict::unknown);
  EXPECT_EQ(findings.dropouts.verdict, ChainVerdict::unknown);
  EXPECT_FALSE(findings.bandwidth_hz);
}

TEST(ChainObserver, DoesNotJudgeTheTextureOfALivelySound) {
  Sound sound = room();
  for (std::size_t i = 0; i < sound.size(); ++i)
    sound[i] *= static_cast<float>(1 + 0.95 * std::sin(2e-4 * static_cast<double>(i)));
  EXPECT_EQ(findings_of(sound).noise_texture.verdict, ChainVerdict::unknown);
}

TEST(ChainObserver, CountsADropoutOfAMillisecondInsideSound) {
  Sound sound = room(3);
  std::fill_n(sound.begin() + 60000, 100, 0.0F);
  std::fill_n(sound.begin() + 90000, 30, 0.0F);  // too short to be told from sound
  EXPECT_EQ(findings_of(sound).dropouts.value, 1);
}

TEST(ChainObserver, TakesSilenceAtTheBeginningAndTheEndForNoDropout) {
  const Sound sound = test::silence(k_rate, 0.3) + room(3) + test::silence(k_rate, 0.2);
  EXPECT_EQ(findings_of(sound).dropouts.value, 0);
}

TEST(ChainObserver, CountsBuffersThatCameTwice) {
  Sound sound = room(3);
  std::copy_n(sound.begin() + 60000, 480, sound.begin() + 60480);
  std::copy_n(sound.begin() + 99000, 1024, sound.begin() + 100024);
  EXPECT_EQ(findings_of(sound).repeated_buffers.value, 2);
}

TEST(ChainObserver, TakesATonesPeriodsForNoRepeatedBuffers) {
  const Sound sound = test::sine(k_rate, 1000, -20, 3);
  EXPECT_EQ(findings_of(sound).repeated_buffers.value, 0);
}

TEST(ChainObserver, FindsFlatTopsBelowFullScale) {
  Sound sound = room(3, -20);
  for (float& sample : sound) sample = 0.7F * std::clamp(sample, -0.2F, 0.2F);
  EXPECT_EQ(findings_of(sound).flat_tops.verdict, ChainVerdict::suspected);
}

TEST(ChainObserver, TakesTheCrestsOfALowToneForNoFlatTops) {
  EXPECT_EQ(findings_of(test::sine(k_rate, 50, -10, 3)).flat_tops.value, 0);
}

TEST(ChainObserver, TakesACoarseConverterForNoFlatTops) {
  Sound sound = room(3, -20);
  for (float& sample : sound) sample = std::round(sample * 64) / 64;
  EXPECT_EQ(findings_of(sound).flat_tops.value, 0);
}

TEST(ChainObserver, MeasuresTheOffset) {
  Sound sound = room(3);
  for (float& sample : sound) sample += 0.03F;
  const auto offset = findings_of(sound).dc_offset;
  EXPECT_NEAR(offset.value.value_or(0), 3, 0.05);
  EXPECT_EQ(offset.verdict, ChainVerdict::suspected);
}

TEST(ChainObserver, MeasuresASuddenStepOfTheGain) {
  Sound sound = room(8);
  for (std::size_t i = sound.size() / 2; i < sound.size(); ++i) sound[i] *= 2;
  const auto step = findings_of(sound).gain_step;
  EXPECT_NEAR(step.value.value_or(0), 6.02, 0.7);
  EXPECT_EQ(step.verdict, ChainVerdict::suspected);
}

TEST(ChainObserver, TakesANewSoundOfAnotherColourForNoGain) {
  Sound sound = room(8);
  const Sound fan = test::coloured_noise(k_rate, 0, -45, 4, 9);
  std::transform(fan.begin(), fan.end(), sound.end() - static_cast<std::ptrdiff_t>(fan.size()),
                 sound.end() - static_cast<std::ptrdiff_t>(fan.size()), std::plus<>());
  EXPECT_EQ(findings_of(sound).gain_step.verdict, ChainVerdict::none);
}

TEST(ChainObserver, CountsHowOftenAGateOpens) {
  const Sound gap = test::silence(k_rate, 0.4);
  const auto findings = findings_of(room(1, -30) + gap + room(1, -30) + gap + room(1, -30));
  EXPECT_EQ(findings.noise_gate.value, 2);
  EXPECT_EQ(findings.noise_gate.verdict, ChainVerdict::suspected);
  EXPECT_NEAR(findings.digital_silence.value.value_or(0), 100 * 0.8 / 3.8, 4);
}

TEST(ChainObserver, FindsTheBandLimitOfATelephone) {
  const Sound wide = test::white_noise(k_rate, -30, 4, 5);
  Sound sound(wide.size());
  constexpr int k_reach = 120;  // a windowed sinc
  for (std::size_t i = k_reach; i + k_reach < wide.size(); ++i) {
    double sum = 0;
    for (int lag = -k_reach; lag <= k_reach; ++lag) {
      const double x = 2 * 3400.0 / k_rate * lag;
      const double sinc = lag == 0 ? 1 : std::sin(3.14159265 * x) / (3.14159265 * x);
      sum += sinc * (0.5 + 0.5 * std::cos(3.14159265 * lag / k_reach)) *
             static_cast<double>(wide[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + lag)]);
    }
    sound[i] = static_cast<float>(sum * 2 * 3400.0 / k_rate);
  }
  const auto findings = findings_of(sound);
  EXPECT_EQ(findings.band_limit.verdict, ChainVerdict::suspected);
  EXPECT_NEAR(findings.bandwidth_hz.value_or(0), 3400, 400);
}

TEST(ChainObserver, LetsSteepNoiseHaveNoBandLimit) {
  const Sound sound = test::coloured_noise(k_rate, -9, -30, 4, 5);
  EXPECT_EQ(findings_of(sound).band_limit.verdict, ChainVerdict::none);
}

}  // namespace
}  // namespace preshift
