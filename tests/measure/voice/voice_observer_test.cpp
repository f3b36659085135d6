#include "voice_observer.hpp"

#include "sensing_texts.hpp"
#include "speech.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace preshift {
namespace {

using namespace test;

constexpr double k_rate_hz = 16000;
constexpr std::size_t k_reading = 224;  // windows, 7.168 s
constexpr std::size_t k_silent = 375;   // windows, 12 s

Message no_model() {
  return {sensing_text("voice.no_detector"), {std::string("file")}};
}

/// A tone of 1 kHz, for which A-weighting does nothing, for so many windows.
Sound tone(double level_dbfs, std::size_t windows) {
  return sine(k_rate_hz, 1000, level_dbfs, static_cast<double>(windows) * k_voice_window_s);
}

/// The reading phase and the silent phase, with speech where the script says so.
VoiceFindings heard(const Sound& reading, const Sound& silent, const ScriptedNetwork::Script& script) {
  VoiceObserver observer(std::make_shared<ScriptedNetwork>(script), no_model(), k_rate_hz);
  observer.observe(SampleRun(reading, 0, 1), Phase::reading);
  observer.observe(SampleRun(silent, 0, 1), Phase::silent);
  observer.observe(SampleRun(silent, 0, 1).part(0, 16000), Phase::none);  // decides what was still open
  return observer.findings();
}

float while_reading(std::size_t window) {
  return window < k_reading ? 0.9F : 0.1F;
}

std::string_view reason(const VoiceResult& result) {
  return result ? "" : result.error().text.id;
}

TEST(VoiceObserver, TheVoiceIsWhatTheSpeechIsLouderThanTheSilence) {
  for (const double ratio : {1.0, 5.0, 10.0, 20.0, 40.0}) {
    const double background = -60;
    const double both = 10 * std::log10(std::pow(10.0, (background + ratio) / 10) + std::pow(10.0, -6));
    const auto findings = heard(tone(both, k_reading), tone(background, k_silent), while_reading);
    ASSERT_TRUE(findings.voice_to_background_db) << ratio;
    EXPECT_NEAR(findings.voice_level_dbfs->value, background + ratio, 0.02) << ratio;
    EXPECT_NEAR(findings.background_level_dbfs->value, background, 0.01) << ratio;
    EXPECT_NEAR(findings.voice_to_background_db->value, ratio, 0.02) << ratio;
  }
}

TEST(VoiceObserver, PausesDoNotLowerTheVoice) {
  Sound reading;
  for (int i = 0; i < 7; ++i) reading = reading + tone(-20, 16) + tone(-60, 16);
  const auto findings = heard(reading, tone(-60, k_silent), [](std::size_t window) {
    return window < k_reading && window % 32 < 16 ? 0.9F : 0.1F;
  });
  ASSERT_TRUE(findings.voice_level_dbfs);
  EXPECT_NEAR(findings.voice_level_dbfs->value, -20, 0.02);
  EXPECT_NEAR(findings.reading_speech_seconds->value, 7 * 16 * 0.032, 1e-9);
}

TEST(VoiceObserver, ASteadySoundHasNoSpread) {
  const auto findings = heard(tone(-20, k_reading), tone(-60, k_silent), while_reading);
  EXPECT_LT(findings.background_level_dbfs->standard_uncertainty, 0.07);
  EXPECT_LT(findings.voice_to_background_db->standard_uncertainty, 0.6);
}

TEST(VoiceObserver, AVoiceThatMovesIsLessCertain) {
  const Sound moving = tone(-20, 56) + tone(-35, 56) + tone(-20, 56) + tone(-35, 56);
  const auto steady = heard(tone(-20, k_reading), tone(-60, k_silent), while_reading);
  const auto moved = heard(moving, tone(-60, k_silent), while_reading);
  EXPECT_GT(moved.voice_level_dbfs->standard_uncertainty, 2 * steady.voice_level_dbfs->standard_uncertainty);
}

TEST(VoiceObserver, AVoiceLessThanThreeDecibelsAboveTheSilenceIsUnknown) {
  const auto near = heard(tone(-57.1, k_reading), tone(-60, k_silent), while_reading);
  EXPECT_EQ(reason(near.voice_to_background_db), "voice.background_too_loud");
  EXPECT_EQ(reason(near.voice_level_dbfs), "voice.background_too_loud");
  EXPECT_TRUE(near.background_level_dbfs);
  const auto below = heard(tone(-70, k_reading), tone(-60, k_silent), while_reading);
  EXPECT_EQ(reason(below.voice_to_background_db), "voice.background_too_loud");
  EXPECT_TRUE(heard(tone(-56.9, k_reading), tone(-60, k_silent), while_reading).voice_to_background_db);
}

TEST(VoiceObserver, ASentenceThatWasNotReadIsUnknown) {
  const auto script = [](std::size_t window) { return window < 60 ? 0.9F : 0.1F; };  // 1.9 s
  const auto findings = heard(tone(-20, k_reading), tone(-60, k_silent), script);
  EXPECT_EQ(reason(findings.voice_level_dbfs), "voice.not_heard");
  EXPECT_EQ(reason(findings.voice_to_background_db), "voice.not_heard");
  EXPECT_NEAR(findings.reading_speech_seconds->value, 1.92, 1e-9);
  EXPECT_NEAR(findings.background_level_dbfs->value, -60, 0.01);
}

TEST(VoiceObserver, SpeechInTheSilentPhaseIsAShareOfItAndPartOfTheBackground) {
  const Sound silent = tone(-60, 175) + tone(-40, 100) + tone(-60, 100);
  const auto findings = heard(tone(-20, k_reading), silent, [](std::size_t window) {
    return window < k_reading || (window >= k_reading + 175 && window < k_reading + 275) ? 0.9F : 0.1F;
  });
  const double measured = k_silent - 32 - 16;
  EXPECT_NEAR(findings.silent_speech_share->value, 100 * 100 / measured, 0.01);
  const double energy = (100 * 1e-4 + (measured - 100) * 1e-6) / measured;
  EXPECT_NEAR(findings.background_level_dbfs->value, 10 * std::log10(energy), 0.15);
}

TEST(VoiceObserver, TheEndOfTheSentenceInTheSilentPhaseIsNoBackground) {
  const Sound silent = tone(-40, 50) + tone(-60, k_silent - 50);
  const auto findings = heard(tone(-40, k_reading), silent,
                              [](std::size_t window) { return window < k_reading + 50 ? 0.9F : 0.1F; });
  EXPECT_NEAR(findings.background_level_dbfs->value, -60, 0.1);
  EXPECT_DOUBLE_EQ(findings.silent_speech_share->value, 0);
}

TEST(VoiceObserver, WithoutPhasesNothingIsKnown) {
  const VoiceFindings findings =
      VoiceObserver(std::make_shared<ScriptedNetwork>(while_reading), no_model(), k_rate_hz).findings();
  EXPECT_EQ(reason(findings.voice_level_dbfs), "voice.no_reading");
  EXPECT_EQ(reason(findings.reading_speech_seconds), "voice.no_reading");
  EXPECT_EQ(reason(findings.background_level_dbfs), "voice.silence_too_short");
  EXPECT_EQ(reason(findings.silent_speech_share), "voice.silence_too_short");
}

TEST(VoiceObserver, DigitalSilenceIsNoBackground) {
  const auto findings =
      heard(tone(-20, k_reading), silence(k_rate_hz, static_cast<double>(k_silent) * 0.032), while_reading);
  EXPECT_EQ(reason(findings.background_level_dbfs), "sound.below_floor");
  EXPECT_EQ(reason(findings.voice_to_background_db), "sound.below_floor");
}

TEST(VoiceObserver, WithoutTheNetworkOnlyTheBackgroundIsKnown) {
  VoiceObserver observer(nullptr, no_model(), k_rate_hz);
  observer.observe(SampleRun(tone(-20, k_reading), 0, 1), Phase::reading);
  observer.observe(SampleRun(tone(-60, k_silent), 0, 1), Phase::silent);
  const VoiceFindings findings = observer.findings();
  EXPECT_NEAR(findings.background_level_dbfs->value, -60, 0.01);
  for (const VoiceResult& result : {findings.voice_level_dbfs, findings.voice_to_background_db,
                                    findings.silent_speech_share, findings.reading_speech_seconds})
    EXPECT_EQ(reason(result), "voice.no_detector");
}

TEST(VoiceObserver, TheSameForRunsOfAnySizeAndForAChannelOfSeveral) {
  const Sound sound = white_noise(44100, -30, 20, 1);
  const auto found = [&](std::size_t run) {
    VoiceObserver observer(std::make_shared<ScriptedNetwork>(while_reading), no_model(), 44100);
    Sound both;
    for (const float sample : sound) both.insert(both.end(), {0.0F, sample});
    const SampleRun channel(both, 1, 2);
    for (std::size_t first = 0; first < channel.size(); first += run)
      observer.observe(channel.part(first, std::min(run, channel.size() - first)),
                       first < 44100 * 7 ? Phase::reading : Phase::silent);
    return observer.findings();
  };
  const auto expected = found(44100);
  for (const std::size_t run : {100, 700, 6300}) {
    EXPECT_EQ(found(run).background_level_dbfs->value, expected.background_level_dbfs->value) << run;
    EXPECT_EQ(found(run).reading_speech_seconds->value, expected.reading_speech_seconds->value) << run;
  }
}

TEST(VoiceObserver, ShowsTheLatestProbability) {
  VoiceObserver observer(std::make_shared<ScriptedNetwork>([](std::size_t) { return 0.7F; }), no_model(),
                         k_rate_hz);
  EXPECT_EQ(observer.speech_probability(), 0);
  observer.observe(SampleRun(tone(-20, 4), 0, 1), Phase::none);
  EXPECT_EQ(observer.speech_probability(), 0.7F);
}

}  // namespace
}  // namespace preshift
