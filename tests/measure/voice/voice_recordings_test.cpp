#include "recordings.hpp"
#include "speech.hpp"
#include "utterance_finder.hpp"
#include "voice_detector.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace preshift {
namespace {

using namespace test;
namespace fs = std::filesystem;

class VoiceRecordings : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(shared_recordings())) GTEST_SKIP() << "no shared data at " << shared_recordings();
    if (!fs::exists(voice_model_file()))
      GTEST_SKIP() << "no model at " << voice_model_file() << "; run ./dev models";
    auto network = load_voice_network(voice_model_file());
    ASSERT_TRUE(network) << render(network.error().message, Language::english);
    m_network = std::move(*network);
  }

  /// Share of the time, with the recording's level changed by this.
  [[nodiscard]] double speech_share(const std::string& file, double gain_db = 0) const {
    Recording recording = read_recording(shared_recordings() / file);
    for (float& sample : recording.sound) sample *= static_cast<float>(std::pow(10.0, gain_db / 20));
    std::size_t speech = 0, all = 0;
    UtteranceFinder utterances;
    VoiceDetector detector(m_network, recording.rate_hz, [&](const SpeechWindow& window) {
      const auto decision = utterances.observe(window.probability);
      all += decision.windows;
      if (decision.speech) speech += decision.windows;
    });
    detector.observe(SampleRun(recording.sound, 0, 1));
    return static_cast<double>(speech) / static_cast<double>(all);
  }

  std::shared_ptr<VoiceNetwork> m_network;
};

TEST_F(VoiceRecordings, PeopleWhoSpeakAreHeardAtAnyLevelAndRate) {
  for (const char* file : {"debian_pocketsphinx/sense_and_sensibility_01_austen_64kb-0870.wav",
                           "debian_asterisk_en/vm-forwardoptions.wav", "audiomentations/p286_011.wav",
                           "silero_vad/test.wav", "silero_vad/aepyx_8k.wav"}) {
    const double share = speech_share(file);
    EXPECT_GT(share, 0.5) << file;
    EXPECT_NEAR(speech_share(file, -40), share, 0.03) << file << ": rounding below -106 dBFS is not raised";
  }
}

TEST_F(VoiceRecordings, SoundsOfAHomeAreNoSpeech) {
  for (const char* file : {"ibm_max/typing.wav", "ibm_max/jazz_guitar.wav", "blanket/storm.ogg",
                           "blanket/pink-noise.ogg", "sounds_mod/sounds_dog_bark.ogg",
                           "sounds_mod/sounds_doorbell_01.ogg", "noisekun/brown-noise.ogg", "xl2/003.wav"}) {
    ASSERT_TRUE(fs::exists(shared_recordings() / file)) << file;
    EXPECT_EQ(speech_share(file), 0) << file;
    EXPECT_EQ(speech_share(file, -30), 0) << file;
  }
}

TEST_F(VoiceRecordings, TalkInACafeIsSpeech) {
  EXPECT_GT(speech_share("blanket/coffee-shop.ogg"), 0.2);
}

}  // namespace
}  // namespace preshift
