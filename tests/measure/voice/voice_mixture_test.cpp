// The whole way, from a spoken sentence in noise at a known distance to what is found.

#include "decibel.hpp"
#include "sensing_texts.hpp"
#include "speech.hpp"
#include "voice_observer.hpp"
#include "window_energies.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace test;

constexpr double k_silent_s = 12;

std::vector<double> energies_of(const Sound& sound) {
  WindowEnergies energies(k_spoken_rate_hz);
  std::vector<double> all;
  energies.observe(SampleRun(sound, 0, 1), Phase::reading,
                   [&](const WindowEnergy& window) { all.push_back(window.mean_square); });
  return all;
}

/// A-weighted level of what is there at any time.
double level_of(const Sound& sound) {
  double sum = 0;
  const auto energies = energies_of(sound);
  for (const double energy : energies) sum += energy;
  return level_of_energy(sum / static_cast<double>(energies.size()));
}

/// Active speech level in the manner of ITU-T P.56, A-weighted: of the windows no more than 15.9 dB below it,
/// and the 0.2 s after each.
double active_level_of(const Sound& speech) {
  const auto energies = energies_of(speech);
  double level = level_of(speech);
  for (int round = 0; round < 20; ++round) {
    const double threshold = std::pow(10.0, (level - 15.9) / 10);
    double sum = 0;
    std::size_t active = 0, hangover = 0;
    for (const double energy : energies) {
      hangover = energy >= threshold ? 6 : hangover - std::min<std::size_t>(hangover, 1);
      if (hangover == 0) continue;
      sum += energy;
      ++active;
    }
    level = level_of_energy(sum / static_cast<double>(std::max<std::size_t>(active, 1)));
  }
  return level;
}

Sound scaled(Sound sound, double db) {
  const auto factor = static_cast<float>(std::pow(10.0, db / 20));
  for (float& sample : sound) sample *= factor;
  return sound;
}

Sound mixed(Sound first, const Sound& second) {
  for (std::size_t i = 0; i < first.size(); ++i) first[i] += second[i];
  return first;
}

/// Noise that falls by 3 dB an octave from 50 Hz on, roughly: the sum of low-passed white ones.
Sound rumble(double seconds, std::uint64_t seed) {
  Sound sum = silence(k_spoken_rate_hz, seconds);
  for (const double corner_hz : {60.0, 240.0, 960.0, 3840.0}) {
    const double pole = std::exp(-2 * 3.14159265 * corner_hz / k_spoken_rate_hz);
    double state = 0;
    const Sound white = white_noise(k_spoken_rate_hz, 0, seconds, seed++);
    for (std::size_t i = 0; i < sum.size(); ++i) {
      state = pole * state + (1 - pole) * static_cast<double>(white[i]) / std::sqrt(1 - pole);
      sum[i] += static_cast<float>(state);
    }
  }
  return sum;
}

class VoiceMixture : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(voice_model_file()))
      GTEST_SKIP() << "no model at " << voice_model_file() << "; run ./dev models";
    m_speech = spoken_sentence(GetParam());
    if (m_speech.empty()) GTEST_SKIP() << "espeak-ng is not installed; run ./dev setup tests";
    auto network = load_voice_network(voice_model_file());
    ASSERT_TRUE(network) << render(network.error().message, Language::english);
    m_network = std::move(*network);
    m_speech = silence(k_spoken_rate_hz, 0.5) + m_speech + silence(k_spoken_rate_hz, 0.5);
    m_speech = scaled(m_speech, -20 - active_level_of(m_speech));
  }

  /// The sentence at an active level of -20 dBFS over this noise at this level, all of it raised by
  /// `gain_db`.
  [[nodiscard]] VoiceFindings heard(const Sound& noise, double ratio_db, double gain_db = 0,
                                    double silent_speech_db = -200) const {
    const Sound background = scaled(noise, -20 - ratio_db - level_of(noise));
    const auto part = static_cast<std::ptrdiff_t>(m_speech.size());
    const Sound reading = scaled(mixed(m_speech, {background.begin(), background.begin() + part}), gain_db);
    const auto length = static_cast<std::ptrdiff_t>(k_silent_s * k_spoken_rate_hz);
    Sound silent(background.end() - length, background.end());
    for (std::size_t i = 0; i < m_speech.size(); ++i)
      silent[i + 40000] += static_cast<float>(std::pow(10.0, silent_speech_db / 20)) * m_speech[i];
    silent = scaled(silent, gain_db);
    VoiceObserver observer(m_network, {sensing_text("voice.no_detector"), {}}, k_spoken_rate_hz);
    observer.observe(SampleRun(reading, 0, 1), Phase::reading);
    observer.observe(SampleRun(silent, 0, 1), Phase::silent);
    return observer.findings();
  }

  [[nodiscard]] double noise_seconds() const {
    return k_silent_s + static_cast<double>(m_speech.size()) / k_spoken_rate_hz + 1;
  }

  std::shared_ptr<VoiceNetwork> m_network;
  Sound m_speech;
};

TEST_P(VoiceMixture, AKnownDistanceIsFoundWithinOneDecibel) {
  const std::vector<Sound> noises{white_noise(k_spoken_rate_hz, -20, noise_seconds(), 1),
                                  rumble(noise_seconds(), 2)};
  for (const Sound& noise : noises) {
    for (const double ratio : {5.0, 10.0, 15.0, 20.0, 30.0}) {
      const VoiceFindings findings = heard(noise, ratio);
      ASSERT_TRUE(findings.voice_to_background_db) << ratio;
      EXPECT_NEAR(findings.voice_to_background_db->value, ratio, 1) << "of " << ratio << " dB";
      EXPECT_NEAR(findings.background_level_dbfs->value, -20 - ratio, 0.2);
      EXPECT_DOUBLE_EQ(findings.silent_speech_share->value, 0) << ratio;
    }
  }
}

TEST_P(VoiceMixture, TheLevelDoesNotMatter) {
  const Sound noise = white_noise(k_spoken_rate_hz, -20, noise_seconds(), 1);
  const VoiceFindings loud = heard(noise, 20);
  for (const double gain : {-20.0, -30.0, -45.0}) {
    const VoiceFindings low = heard(noise, 20, gain);
    ASSERT_TRUE(low.voice_to_background_db) << gain;
    EXPECT_NEAR(low.voice_to_background_db->value, loud.voice_to_background_db->value, 0.01) << gain;
    EXPECT_NEAR(low.voice_level_dbfs->value, loud.voice_level_dbfs->value + gain, 0.01) << gain;
    EXPECT_DOUBLE_EQ(low.reading_speech_seconds->value, loud.reading_speech_seconds->value) << gain;
  }
}

TEST_P(VoiceMixture, SomebodyElseIsHeardInTheSilentPhase) {
  const Sound noise = white_noise(k_spoken_rate_hz, -20, noise_seconds(), 1);
  const double spoken = heard(noise, 30).reading_speech_seconds->value;
  for (const double lower : {-6.0, -12.0, -20.0}) {
    const VoiceFindings findings = heard(noise, 30, 0, lower);
    const double found = findings.silent_speech_share->value / 100 * (k_silent_s - 1.5);
    EXPECT_NEAR(found, spoken, 0.15 * spoken) << lower << " dB: in noise, short pauses are speech";
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, VoiceMixture, ::testing::Values("en", "fr"),
                         [](const auto& parameter) { return std::string(parameter.param); });

}  // namespace
}  // namespace preshift
