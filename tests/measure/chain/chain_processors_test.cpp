#include "chain_observer.hpp"
#include "noises.hpp"
#include "voice_processors.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace preshift {
namespace {

using test::Sound;

ChainFindings findings_of(const Sound& sound, int rate_hz) {
  ChainObserver observer(rate_hz);
  observer.observe(SampleRun(sound, 0, 1));
  return observer.findings();
}

Sound noise(int rate_hz, double slope, double level_dbfs) {
  return test::to_16_bits(test::coloured_noise(rate_hz, slope, level_dbfs, 10, 11));
}

class EveryWebrtcSetting : public testing::TestWithParam<std::tuple<std::string, int>> {};

TEST_P(EveryWebrtcSetting, IsFoundByItsSeamsInPinkNoiseAndInARoom) {
  const auto& [name, rate_hz] = GetParam();
  const auto processor = test::voice_processor(name);
  for (const double slope : {-3.0, -6.0}) {
    const auto findings = findings_of(processor.process(noise(rate_hz, slope, -50), rate_hz), rate_hz);
    EXPECT_EQ(findings.band_seams.verdict, ChainVerdict::suspected) << slope;
    EXPECT_EQ(findings.noise_suppression.verdict, ChainVerdict::suspected) << slope;
  }
}

INSTANTIATE_TEST_SUITE_P(Chain, EveryWebrtcSetting,
                         testing::Combine(testing::Values("webrtc low", "webrtc moderate + gain",
                                                          "webrtc high", "webrtc very high + gain",
                                                          "webrtc gain alone"),
                                          testing::Values(44100, 48000)));

TEST(NoiseSuppression, OfATelephonesRateIsFoundByItsTexture) {
  const auto findings =
      findings_of(test::voice_processor("webrtc high").process(noise(16000, -3, -40), 16000), 16000);
  EXPECT_EQ(findings.band_seams.verdict, ChainVerdict::unknown);
  EXPECT_EQ(findings.noise_texture.verdict, ChainVerdict::suspected);
  EXPECT_EQ(findings.noise_suppression.verdict, ChainVerdict::suspected);
}

TEST(NoiseSuppression, OfSpeexIsFoundWhileItLearnsTheNoise) {
  const auto processor = test::voice_processor("speex -15 dB");
  const auto findings = findings_of(processor.process(noise(48000, -3, -40), 48000), 48000);
  EXPECT_GT(findings.sinking.value.value_or(0), 10);
  EXPECT_EQ(findings.noise_suppression.verdict, ChainVerdict::suspected);
}

TEST(AutomaticGain, OfSpeexIsFoundWhileItRises) {
  const auto processor = test::voice_processor("speex gain alone");
  const auto findings = findings_of(processor.process(noise(48000, -3, -40), 48000), 48000);
  EXPECT_EQ(findings.automatic_gain.verdict, ChainVerdict::suspected);
  EXPECT_EQ(findings.noise_suppression.verdict, ChainVerdict::none);
}

TEST(UntouchedNoise, IsNeverBlamed) {
  for (const int rate_hz : {8000, 16000, 44100})
    for (const double slope : {0.0, -3.0, -6.0, -9.0})
      for (const double level_dbfs : {-70.0, -40.0}) {
        const auto findings = findings_of(noise(rate_hz, slope, level_dbfs), rate_hz);
        EXPECT_NE(findings.noise_suppression.verdict, ChainVerdict::suspected)
            << rate_hz << " Hz, " << slope << " dB/octave, " << level_dbfs << " dBFS";
        EXPECT_NE(findings.gain_step.verdict, ChainVerdict::suspected) << rate_hz << " " << slope;
      }
}

}  // namespace
}  // namespace preshift
