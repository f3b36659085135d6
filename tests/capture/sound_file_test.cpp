#include "made_sounds.hpp"
#include "refusals.hpp"
#include "sound_source.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sndfile.h>
#include <sys/stat.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::bytes_of;
using testing::quiet_frames;
using testing::read_all;
using testing::refusal;
using testing::words;
using testing::write_sound;

constexpr int k_wav16 = SF_FORMAT_WAV | SF_FORMAT_PCM_16;

class SoundFiles : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder.path() / name; }

  /// A second of noise at 8 kHz.
  [[nodiscard]] std::filesystem::path short_sound(const std::string& name, int format) const {
    write_sound(file(name), format, 8000, 1, testing::noise(8000));
    return file(name);
  }

  [[nodiscard]] std::filesystem::path cut(const std::filesystem::path& whole, std::size_t bytes) const {
    return m_folder.write("cut" + whole.filename().string(), bytes_of(whole).substr(0, bytes));
  }

  testing::TemporaryFolder m_folder;
};

struct Format {
  const char* name;
  int format;
  double step;  ///< by how much a value may change when it is stored
};

constexpr Format k_formats[] = {
    {"8 bit", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1.0 / 128},
    {"16 bit", k_wav16, 1.0 / 32768},
    {"24 bit", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 1.0 / 8388608},
    {"32 bit", SF_FORMAT_WAV | SF_FORMAT_PCM_32, 1e-7},
    {"float", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1e-7},
    {"double", SF_FORMAT_WAV | SF_FORMAT_DOUBLE, 1e-7},
    {"extensible", SF_FORMAT_WAVEX | SF_FORMAT_PCM_24, 1.0 / 8388608},
    {"RF64", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, 1.0 / 32768},
    {"W64", SF_FORMAT_W64 | SF_FORMAT_PCM_16, 1.0 / 32768},
    {"AIFF", SF_FORMAT_AIFF | SF_FORMAT_PCM_24, 1.0 / 8388608},
    {"FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 1.0 / 8388608},
};

TEST_F(SoundFiles, GiveBackKnownValuesInEveryFormat) {
  const std::vector<double> samples{0, 0.5, -0.5, 0.25, -1, 0.75, 0.125, -0.0625};
  for (const Format& format : k_formats) {
    write_sound(file("sound"), format.format, 48000, 2, samples);
    auto source = open_sound_file(file("sound"), std::nullopt);
    ASSERT_TRUE(source) << format.name << ": " << words(source);
    EXPECT_EQ((*source)->opened().rate, 48000);
    EXPECT_EQ((*source)->opened().channels, 2);
    EXPECT_EQ((*source)->opened().name, "sound");
    EXPECT_FALSE((*source)->opened().live);
    const auto read = read_all(**source, 3);
    ASSERT_TRUE(read) << format.name;
    ASSERT_EQ(read->size(), samples.size()) << format.name;
    for (std::size_t i = 0; i < samples.size(); ++i)
      EXPECT_NEAR((*read).at(i), samples[i], format.step) << format.name << ", sample " << i;
  }
}

TEST_F(SoundFiles, TakeTheLowestNumberOfEachWidthAsMinusOne) {
  for (const int width : {SF_FORMAT_PCM_16, SF_FORMAT_PCM_24, SF_FORMAT_PCM_32}) {
    for (const int container : {SF_FORMAT_WAV, SF_FORMAT_FLAC}) {
      if (container == SF_FORMAT_FLAC && width == SF_FORMAT_PCM_32) continue;  // libsndfile has no such FLAC
      SF_INFO info{0, 48000, 1, container | width, 0, 0};
      SNDFILE* handle = sf_open(file("full").c_str(), SFM_WRITE, &info);
      const std::vector<int> extremes{std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
      ASSERT_EQ(sf_write_int(handle, extremes.data(), 2), 2);
      sf_close(handle);
      auto source = open_sound_file(file("full"), std::nullopt);
      const auto read = read_all(**source);
      EXPECT_EQ(read->at(0), -1.0F);
      EXPECT_NEAR(read->at(1), 1.0F, 1.0 / 32768);
    }
  }
}

TEST_F(SoundFiles, TakeFloatsPastFullScaleAsTheyAre) {
  write_sound(file("loud.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 1, {3.5, -2.0});
  auto source = open_sound_file(file("loud.wav"), std::nullopt);
  const auto read = read_all(**source);
  EXPECT_EQ(read->at(0), 3.5F);
  EXPECT_EQ(read->at(1), -2.0F);
}

TEST_F(SoundFiles, AreReadAtEveryRateAndWithManyChannels) {
  for (const int rate_hz : {8000, 11025, 16000, 22050, 32000, 44100, 48000, 88200, 96000, 192000}) {
    for (const int channels : {1, 2, 6}) {
      write_sound(file("sound.wav"), k_wav16, rate_hz, channels,
                  quiet_frames(static_cast<std::size_t>(rate_hz) / 10, channels));
      auto source = open_sound_file(file("sound.wav"), std::nullopt);
      ASSERT_TRUE(source) << words(source);
      EXPECT_EQ((*source)->opened().rate, rate_hz);
      EXPECT_EQ((*source)->opened().channels, channels);
      EXPECT_NEAR((*source)->length_seconds().value(), 0.1, 1e-4);
      EXPECT_EQ(read_all(**source)->size(), static_cast<std::size_t>(rate_hz / 10 * channels));
    }
  }
}

TEST_F(SoundFiles, KeepTheLevelOfASineThroughLossyOgg) {
  std::vector<double> sine(48000);
  for (std::size_t i = 0; i < sine.size(); ++i)
    sine[i] = 0.5 * std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(i) / 48000);
  for (const int codec : {SF_FORMAT_VORBIS, SF_FORMAT_OPUS}) {
    write_sound(file("sine.ogg"), SF_FORMAT_OGG | codec, 48000, 1, sine);
    auto source = open_sound_file(file("sine.ogg"), std::nullopt);
    ASSERT_TRUE(source) << words(source);
    const auto read = read_all(**source);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), sine.size());
    double power = 0;
    for (std::size_t i = 4800; i < 43200; ++i)
      power += static_cast<double>((*read).at(i)) * static_cast<double>((*read).at(i)) / 38400;
    EXPECT_NEAR(10 * std::log10(power), 10 * std::log10(0.125), 0.1);
  }
}

TEST_F(SoundFiles, DeliverOnlyTheWindowAsked) {
  auto source = open_sound_file(short_sound("a.wav", k_wav16), milliseconds(250));
  EXPECT_EQ((*source)->length_seconds(), 0.25);
  EXPECT_EQ(read_all(**source, 77)->size(), 2000U);
}

TEST_F(SoundFiles, ThatAreShorterThanTheWindowEndWhereTheyEnd) {
  auto source = open_sound_file(short_sound("a.wav", k_wav16), milliseconds(5000));
  EXPECT_EQ((*source)->length_seconds(), 1.0);
  EXPECT_EQ(read_all(**source)->size(), 8000U);
}

TEST_F(SoundFiles, ThatAreNotThereAreRefused) {
  const auto source = open_sound_file(file("nope.wav"), std::nullopt);
  EXPECT_EQ(refusal(source), "sound_file.missing");
  EXPECT_EQ(source.error().kind, ProblemKind::unusable_input);
  EXPECT_NE(words(source).find("nope.wav"), std::string::npos) << "says which file";
}

TEST_F(SoundFiles, ThatAreFoldersDevicesOrPipesAreRefusedWithoutReadingThem) {
  EXPECT_EQ(refusal(open_sound_file(m_folder.path(), std::nullopt)), "sound_file.not_a_file");
  EXPECT_EQ(refusal(open_sound_file("/dev/zero", std::nullopt)), "sound_file.not_a_file");
  ASSERT_EQ(::mkfifo(file("pipe.wav").c_str(), 0600), 0);
  EXPECT_EQ(refusal(open_sound_file(file("pipe.wav"), std::nullopt)), "sound_file.not_a_file");
}

TEST_F(SoundFiles, WithoutAnySoundAreRefused) {
  EXPECT_EQ(refusal(open_sound_file(m_folder.write("empty.wav", ""), std::nullopt)), "sound_file.empty");
  write_sound(file("zero.wav"), k_wav16, 48000, 1, {});
  EXPECT_EQ(refusal(open_sound_file(file("zero.wav"), std::nullopt)), "sound_file.empty");
}

TEST_F(SoundFiles, ThatAreNoSoundAreRefused) {
  for (const char* name : {"text.wav", "raw.gsm", "raw.vox", "text.ogg"}) {
    const auto text = m_folder.write(name, std::string(5000, 'x'));
    EXPECT_EQ(refusal(open_sound_file(text, std::nullopt)), "sound_file.unreadable") << name;
  }
  EXPECT_EQ(refusal(open_sound_file(short_sound("a.au", SF_FORMAT_AU | SF_FORMAT_PCM_16), std::nullopt)),
            "sound_file.unreadable");
}

TEST_F(SoundFiles, ThatWereCutOffAreRefusedWhenTheyAreOpened) {
  for (const int format : {k_wav16, SF_FORMAT_RF64 | SF_FORMAT_PCM_16, SF_FORMAT_W64 | SF_FORMAT_PCM_16,
                           SF_FORMAT_AIFF | SF_FORMAT_PCM_16, SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                           SF_FORMAT_OGG | SF_FORMAT_VORBIS, SF_FORMAT_OGG | SF_FORMAT_OPUS}) {
    const auto whole = short_sound("sound", format);
    const std::size_t size = std::filesystem::file_size(whole);
    ASSERT_TRUE(open_sound_file(whole, std::nullopt)) << std::hex << format;
    for (const std::size_t bytes : {size / 2, size - 1})
      EXPECT_EQ(refusal(open_sound_file(cut(whole, bytes), std::nullopt)), "sound_file.truncated")
          << std::hex << format << std::dec << " cut to " << bytes << " of " << size;
    for (const std::size_t bytes : {1, 11, 30, 60}) {
      const std::string refused = refusal(open_sound_file(cut(whole, bytes), std::nullopt));
      EXPECT_TRUE(refused == "sound_file.truncated" || refused == "sound_file.unreadable")
          << std::hex << format << std::dec << " cut to " << bytes << ": " << refused;
    }
  }
}

TEST_F(SoundFiles, ThatAreTooLongAreRefusedFromTheirHeader) {
  const auto header = bytes_of(short_sound("a.wav", k_wav16)).substr(0, 44);
  std::string two_hours = header;
  const std::uint32_t bytes = 7200U * 8000 * 2;
  for (unsigned i = 0; i < 4; ++i) two_hours[40 + i] = static_cast<char>(bytes >> 8 * i);
  const auto file = m_folder.write("long.wav", two_hours);
  std::filesystem::resize_file(file, 44 + bytes);  // a hole: nothing there to read
  const auto refused = open_sound_file(file, std::nullopt);
  ASSERT_EQ(refusal(refused), "sound_file.too_long");
  EXPECT_EQ(std::get<double>(refused.error().message.arguments.at(1)), 7200);
  auto beginning = open_sound_file(file, milliseconds(500));
  ASSERT_TRUE(beginning) << "its beginning can be measured";
  EXPECT_EQ(read_all(**beginning)->size(), 4000U);
}

TEST_F(SoundFiles, OfTenMinutesAreNotTooLong) {
  write_sound(file("ten.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 8000, 1, quiet_frames(600 * 8000, 1));
  EXPECT_EQ(refusal(open_sound_file(file("ten.wav"), std::nullopt)), "accepted");
  write_sound(file("more.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 8000, 1, quiet_frames(600 * 8000 + 1, 1));
  EXPECT_EQ(refusal(open_sound_file(file("more.wav"), std::nullopt)), "sound_file.too_long");
}

TEST_F(SoundFiles, AtRatesThatCannotBeMeasuredAreRefused) {
  for (const int rate_hz : {4000, 7999, 192001, 384000}) {
    write_sound(file("rate.wav"), k_wav16, rate_hz, 1, quiet_frames(1000, 1));
    EXPECT_EQ(refusal(open_sound_file(file("rate.wav"), std::nullopt)), "sound_file.rate") << rate_hz;
  }
}

TEST_F(SoundFiles, WithASampleThatIsNotANumberAreRefusedWhenItIsRead) {
  for (const double bad :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    auto samples = quiet_frames(8000, 2);
    samples[9001] = bad;
    write_sound(file("nan.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, 8000, 2, samples);
    auto source = open_sound_file(file("nan.wav"), std::nullopt);
    ASSERT_TRUE(source);
    const auto read = read_all(**source);
    ASSERT_EQ(refusal(read), "sound_file.not_a_number");
    EXPECT_EQ(std::get<double>(read.error().message.arguments.at(1)), 4500.0 / 8000);
  }
}

TEST_F(SoundFiles, ThatAreDamagedInTheMiddleAreRefusedWhenTheyAreRead) {
  for (const int format : {SF_FORMAT_FLAC | SF_FORMAT_PCM_16, SF_FORMAT_OGG | SF_FORMAT_VORBIS}) {
    write_sound(file("noise"), format, 8000, 1, testing::noise(80000));
    std::string bytes = bytes_of(file("noise"));
    for (std::size_t i = 0; i < 64; ++i)
      bytes[bytes.size() / 2 + i] = static_cast<char>(bytes[bytes.size() / 2 + i] ^ 0x55);
    auto source = open_sound_file(m_folder.write("damaged", bytes), std::nullopt);
    ASSERT_TRUE(source) << words(source);
    const std::string refused = refusal(read_all(**source));
    EXPECT_TRUE(refused == "sound_file.damaged" || refused == "sound_file.truncated")
        << std::hex << format << refused;
  }
}

}  // namespace
}  // namespace preshift
