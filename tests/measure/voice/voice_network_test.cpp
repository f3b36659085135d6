#include "voice_network.hpp"

#include "speech.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <numbers>
#include <vector>

namespace preshift {
namespace {

using namespace test;
using testing::TemporaryFolder;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string_view refusal(const std::filesystem::path& file) {
  const auto network = load_voice_network(file);
  return network ? "" : network.error().message.text.id;
}

class VoiceNetworkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(voice_model_file()))
      GTEST_SKIP() << "no model at " << voice_model_file() << "; run ./dev models";
    auto network = load_voice_network(voice_model_file());
    ASSERT_TRUE(network) << render(network.error().message, Language::english);
    m_network = std::move(*network);
  }

  [[nodiscard]] std::vector<float> probabilities(const Sound& sound) const {
    VoiceMemory memory;
    std::vector<float> result;
    std::vector<float> padded(k_voice_context);
    padded.insert(padded.end(), sound.begin(), sound.end());
    for (std::size_t at = 0; at + k_voice_context + k_voice_window <= padded.size(); at += k_voice_window)
      result.push_back(m_network->speech_probability(
          VoiceNetwork::Input(padded.data() + at, k_voice_context + k_voice_window), memory));
    return result;
  }

  std::unique_ptr<VoiceNetwork> m_network;
};

TEST(LoadVoiceNetwork, AMissingFileSaysHowToGetIt) {
  const TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.path() / "none.onnx"), "voice.no_detector");
}

TEST(LoadVoiceNetwork, FilesThatAreNoNetworkAreRefused) {
  const TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.path()), "voice.detector_damaged");
  EXPECT_EQ(refusal(folder.write("empty.onnx", "")), "voice.detector_damaged");
  EXPECT_EQ(refusal(folder.write("text.onnx", "not a network at all\n")), "voice.detector_damaged");
  EXPECT_EQ(refusal(folder.write("zeros.onnx", std::string(4096, '\0'))), "voice.detector_damaged");
}

TEST_F(VoiceNetworkTest, ATruncatedModelIsRefusedWhereverItEnds) {
  const TemporaryFolder folder;
  const std::string whole = bytes_of(voice_model_file());
  for (const double share : {0.001, 0.1, 0.5, 0.9, 0.999}) {
    const auto end = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
    EXPECT_EQ(refusal(folder.write("part.onnx", whole.substr(0, end))), "voice.detector_damaged") << share;
  }
}

TEST_F(VoiceNetworkTest, AnotherNetworkIsRefused) {
  const auto other = voice_model_file().parent_path() / "people-detector.onnx";
  if (!std::filesystem::exists(other)) GTEST_SKIP() << "no model at " << other << "; run ./dev models";
  EXPECT_EQ(refusal(other), "voice.detector_damaged");
}

TEST_F(VoiceNetworkTest, AModelWithOtherOutputsIsRefused) {
  const TemporaryFolder folder;
  std::string other = bytes_of(voice_model_file());
  std::size_t renamed = 0;
  for (auto at = other.find("next_cell"); at != std::string::npos;
       at = other.find("next_cell", at), ++renamed)
    other.replace(at, 9, "last_cell");
  ASSERT_GT(renamed, 0U);
  EXPECT_EQ(refusal(folder.write("other.onnx", other)), "voice.detector_damaged");
}

/// A voice of 125 Hz without words: its harmonics fall by 6 dB an octave and swell four times a second.
Sound hum() {
  Sound sound = silence(k_voice_rate_hz, 0.32);
  for (std::size_t i = 0; i < sound.size(); ++i) {
    const double time = static_cast<double>(i) / k_voice_rate_hz;
    double sum = 0;
    for (int k = 1; k <= 24; ++k) sum += std::sin(2 * std::numbers::pi * 125 * k * time) / k;
    sound[i] = static_cast<float>(0.05 * (1 - std::cos(2 * std::numbers::pi * 4 * time)) * sum);
  }
  return sound;
}

// Calculated in double precision with numpy from the weights of the package (Silero VAD v6), layer by layer.
TEST_F(VoiceNetworkTest, SaysWhatTheWeightsOfThePackageSay) {
  const std::vector<float> expected{0.010833F, 0.172709F, 0.393082F, 0.289888F, 0.218496F,
                                    0.121380F, 0.127210F, 0.160821F, 0.183383F, 0.068979F};
  const auto found = probabilities(hum());
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 2e-5) << "window " << i;
}

TEST_F(VoiceNetworkTest, NobodySpeaksInSilenceInNoiseOrInATone) {
  for (const Sound& sound : {silence(16000, 3), white_noise(16000, -26, 3, 1), sine(16000, 1000, -26, 3)})
    for (const float probability : probabilities(sound)) EXPECT_LT(probability, 0.5F);
}

}  // namespace
}  // namespace preshift
