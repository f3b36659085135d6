#include "sound_container.hpp"

#include "made_sounds.hpp"
#include "refusals.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sndfile.h>

#include <cstdint>

namespace preshift {
namespace {

std::string little_endian(std::uint64_t value, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(value >> 8 * i);
  return text;
}

std::string chunk(const std::string& id, const std::string& content) {
  return id + little_endian(content.size(), 4) + content + std::string(content.size() % 2, '\0');
}

std::string format_chunk() {  // 16 bit, one channel, 8 kHz
  return chunk("fmt ", little_endian(1, 2) + little_endian(1, 2) + little_endian(8000, 4) +
                           little_endian(16000, 4) + little_endian(2, 2) + little_endian(16, 2));
}

/// A WAV whose sound is said to be `declared` bytes and is `there` bytes.
std::string wav(std::uint32_t declared, std::size_t there, const std::string& before = "") {
  const std::string body =
      "WAVE" + before + format_chunk() + "data" + little_endian(declared, 4) + std::string(there, 'a');
  return "RIFF" + little_endian(body.size(), 4) + body;
}

class SoundContainers : public ::testing::Test {
 protected:
  [[nodiscard]] bool cut_off(const std::string& bytes) const {
    return inspect_sound_container(m_folder.write("sound", bytes)).cut_off;
  }

  /// Frames that can be read of it; 0 when it is refused.
  [[nodiscard]] std::size_t frames(const std::string& bytes) const {
    auto source = open_sound_file(m_folder.write("sound", bytes), std::nullopt);
    EXPECT_TRUE(source) << testing::words(source);
    return source ? testing::read_all(**source)->size() : 0;
  }

  testing::TemporaryFolder m_folder;
};

TEST_F(SoundContainers, ComparesTheDeclaredSoundWithTheFile) {
  EXPECT_FALSE(cut_off(wav(1000, 1000)));
  EXPECT_TRUE(cut_off(wav(1001, 1000)));
  EXPECT_FALSE(cut_off(wav(999, 999))) << "the padding byte at the end may be missing";
}

TEST_F(SoundContainers, LooksPastOtherChunksOfOddLength) {
  const std::string list = chunk("LIST", "odd");
  EXPECT_FALSE(cut_off(wav(1000, 1000, list)));
  EXPECT_TRUE(cut_off(wav(1002, 1000, list)));
}

TEST_F(SoundContainers, CallsAFileThatEndsBeforeItsSoundCutOff) {
  const std::string whole = wav(1000, 1000);
  for (const std::size_t bytes : {13, 20, 36, 40}) EXPECT_TRUE(cut_off(whole.substr(0, bytes))) << bytes;
}

TEST_F(SoundContainers, TrustsNoLengthThatAProgramWritingToAPipeCouldNotFillIn) {
  for (const std::uint32_t declared : {0U, 0xFFFFFFFFU, 0x7FFFFFFFU, 0x7FFFF000U, 0x80000000U}) {
    EXPECT_FALSE(cut_off(wav(declared, 1000))) << std::hex << declared;
    EXPECT_EQ(frames(wav(declared, 1000)), 500U) << std::hex << declared;
  }
}

TEST_F(SoundContainers, TakesAnEmptySoundWithChunksBehindItForEmpty) {
  const auto empty = wav(0, 0) + chunk("LIST", "odd") + chunk("id3 ", "even");
  EXPECT_FALSE(inspect_sound_container(m_folder.write("sound", empty)).unfilled_length_at);
  EXPECT_EQ(testing::refusal(open_sound_file(m_folder.path() / "sound", std::nullopt)), "sound_file.empty");
}

TEST_F(SoundContainers, GivesTheSamplesOfASoundWhoseLengthIsZero) {
  std::string unfinished = wav(0, 6);
  unfinished[unfinished.size() - 3] = 0x40;  // the second of three samples becomes 0x4061
  auto source = open_sound_file(m_folder.write("sound", unfinished), std::nullopt);
  ASSERT_TRUE(source) << testing::words(source);
  const auto samples = testing::read_all(**source);
  ASSERT_EQ(samples->size(), 3U);
  EXPECT_EQ(samples->at(0), 0x6161 / 32768.0F);
  EXPECT_EQ(samples->at(1), 0x4061 / 32768.0F);
}

TEST_F(SoundContainers, ReadsTheLengthOfRf64FromItsOwnChunk) {
  const auto rf64 = [](std::uint64_t declared, std::size_t there) {
    const std::string lengths = little_endian(0, 8) + little_endian(declared, 8) +
                                little_endian(declared / 2, 8) + little_endian(0, 4);
    return "RF64\xFF\xFF\xFF\xFFWAVE" + chunk("ds64", lengths) + format_chunk() + "data\xFF\xFF\xFF\xFF" +
           std::string(there, 'a');
  };
  EXPECT_FALSE(cut_off(rf64(1000, 1000)));
  EXPECT_TRUE(cut_off(rf64(1001, 1000)));
  EXPECT_TRUE(cut_off(rf64(5'000'000'000, 1000)));
  EXPECT_FALSE(cut_off(rf64(0, 1000)));
}

TEST_F(SoundContainers, WantsAnOggToEndWithThePageThatSaysSo) {
  const auto page = [](char flags, const std::string& content) {
    return std::string("OggS") + '\0' + flags + std::string(20, '\0') + '\1' +
           static_cast<char>(content.size()) + content;
  };
  const std::string first = page(2, "first");
  EXPECT_FALSE(cut_off(first + page(4, "last")));
  EXPECT_TRUE(cut_off(first + page(0, "last")));
  EXPECT_TRUE(cut_off((first + page(4, "last")).substr(0, 60)));
  EXPECT_FALSE(cut_off(first + page(4, "last") + "a tag of another program"))
      << "nothing of the sound is missing";
}

TEST_F(SoundContainers, HasNoOpinionOnOtherFiles) {
  EXPECT_FALSE(cut_off("hello"));
  EXPECT_FALSE(cut_off(""));
  EXPECT_FALSE(cut_off("RIFF\x10\0\0\0AVI LIST"));
  EXPECT_FALSE(inspect_sound_container(m_folder.path() / "missing").cut_off);
}

TEST_F(SoundContainers, SurvivesLengthsThatWouldWrapAround) {
  std::string wave64 =
      std::string("riff\x2E\x91\xCF\x11\xA5\xD6\x28\xDB\x04\xC1\x00\x00", 16) + std::string(24, '\0');
  for (const std::uint64_t length : {~0ULL, ~0ULL - 7, 0ULL, 1ULL, 24ULL}) {
    const std::string chunk_header = std::string(16, 'x') + little_endian(length, 8);
    (void)cut_off(wave64 + chunk_header + std::string(100, '\0'));  // ends, without reading out of bounds
  }
}

}  // namespace
}  // namespace preshift
