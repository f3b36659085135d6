// Real rooms' impulse responses and real noise, where the recordings beside the project are there.
#include "challenge_listener.hpp"
#include "made_challenge.hpp"
#include "recordings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

namespace preshift {
namespace {

using namespace test;
namespace fs = std::filesystem;

double rms(const Sound& sound) {
  return std::sqrt(std::inner_product(sound.begin(), sound.end(), sound.begin(), 0.0) /
                   static_cast<double>(sound.size()));
}

/// At this RMS level.
Sound levelled(Sound sound, double level_dbfs) {
  const auto gain = static_cast<float>(std::pow(10, level_dbfs / 20) / std::max(rms(sound), 1e-9));
  for (float& sample : sound) sample *= gain;
  return sound;
}

/// As it sounds in the room whose impulse response this is: its first half second, which holds nearly all.
Sound in_room(const Sound& sound, Recording room) {
  const auto loudest = std::max_element(room.sound.begin(), room.sound.end(),
                                        [](float a, float b) { return std::abs(a) < std::abs(b); });
  const auto before = std::min<std::ptrdiff_t>(loudest - room.sound.begin(), 100);
  room.sound.erase(room.sound.begin(), loudest - before);
  room.sound.resize(std::min(room.sound.size(), static_cast<std::size_t>(room.rate_hz / 2)));
  Sound heard(sound.size());
  for (std::size_t tap = 0; tap < room.sound.size(); ++tap)
    for (std::size_t at = tap; at < heard.size(); ++at) heard[at] += room.sound[tap] * sound[at - tap];
  return heard;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class ChallengeRecordings : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(shared_recordings())) GTEST_SKIP() << "no shared data at " << shared_recordings();
  }
};

TEST_F(ChallengeRecordings, IsHeardInRealRoomsAtTheLevelOfTheirNoise) {
  const Code code = made_code(11);
  int rooms = 0;
  for (const char* file :
       {"rir_audiomentations/impulse_response_0.wav", "rir_audiomentations/rir48000.wav",
        "rir_python_acoustics/living_room_1.wav", "rir_web_audio/kitchen-true-stereo.wav"}) {
    const Recording room = read_recording(shared_recordings() / file);
    ASSERT_GT(room.rate_hz, 0) << file;
    const Sound heard = levelled(in_room(challenge_at(code, room.rate_hz, -20), room), -40);
    const Sound sound = mixed(white_noise(room.rate_hz, -40, 4, 1), heard, 0.6, room.rate_hz);
    ChallengeListener listener(code, room.rate_hz, 4);
    listener.observe(SampleRun(sound, 0, 1));
    const auto findings = listener.findings();
    EXPECT_GE(findings.score, findings.threshold) << file;
    ++rooms;
  }
  EXPECT_EQ(rooms, 4);
}

TEST_F(ChallengeRecordings, IsHeardInNoRecordingOfOtherSounds) {
  int listened = 0;
  for (const auto& folder : files_in(shared_recordings() / "esc")) {
    const auto files = files_in(folder);
    for (std::size_t index = 0; index < files.size(); index += 4) {
      const auto& file = files[index];
      const Recording recording = read_recording(file);
      if (recording.rate_hz < 8000) continue;
      ChallengeListener listener(made_code(static_cast<std::uint64_t>(++listened)), recording.rate_hz, 4);
      listener.observe(SampleRun(recording.sound, 0, 1));
      const auto findings = listener.findings();
      EXPECT_LT(findings.score, findings.threshold) << file;
    }
  }
  EXPECT_GT(listened, 100);
}

}  // namespace
}  // namespace preshift
