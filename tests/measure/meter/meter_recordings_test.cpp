#include "sound_level_meter.hpp"
#include "sounds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace preshift {
namespace {

using namespace test;

std::filesystem::path recordings() {
  const char* shared = std::getenv("PRESHIFT_SHARED");
  const std::filesystem::path root = shared ? shared : PRESHIFT_SOURCE_DIR "/../shared";
  return root / "data/audio/xl2";
}

std::uint32_t little_endian(const std::string& bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

/// The samples of a mono 24-bit WAV file.
Sound read_wav_24(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  Sound sound;
  for (std::size_t chunk = 12; chunk + 8 <= bytes.size();) {
    const std::size_t length = little_endian(bytes, chunk + 4, 4);
    const std::size_t end = std::min(chunk + 8 + length, bytes.size());
    if (bytes.compare(chunk, 4, "data") == 0)
      for (std::size_t at = chunk + 8; at + 3 <= end; at += 3)
        sound.push_back(static_cast<float>(static_cast<std::int32_t>(little_endian(bytes, at, 3) << 8)) *
                        0x1p-31F);
    chunk += 8 + length + length % 2;
  }
  return sound;
}

/// Of recordings made inside a class 1 meter. Its display cuts off after one decimal.
constexpr double k_full_scale_db = 128.1;

SoundLevelMeter metered(const std::string& file, Bands bands = Bands::none) {
  SoundLevelMeter meter(48000, bands);
  meter.observe(SampleRun(read_wav_24(recordings() / file), 0, 1));
  return meter;
}

bool recordings_are_here() {
  return std::filesystem::exists(recordings() / "003.wav");
}

TEST(MeterRecordings, AveragesAreWhatTheClass1MeterDisplayed) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevels sine_levels = metered("000.wav").levels();
  const SoundLevels pink_levels = metered("003.wav").levels();
  const auto displayed = [](double dbfs) { return std::floor(10 * (dbfs + k_full_scale_db)) / 10; };
  EXPECT_DOUBLE_EQ(displayed(sine_levels.laeq), 94.0);
  EXPECT_DOUBLE_EQ(displayed(sine_levels.lceq), 94.0);
  EXPECT_DOUBLE_EQ(displayed(pink_levels.laeq), 90.3);
  EXPECT_DOUBLE_EQ(displayed(pink_levels.lceq), 92.1);
  EXPECT_NEAR(pink_levels.laeq + k_full_scale_db, 90.353, 0.01);  // by Fourier transform, the analytic A
  EXPECT_NEAR(pink_levels.lceq + k_full_scale_db, 92.130, 0.01);
}

TEST(MeterRecordings, PinkNoiseHasTheDisplayedPercentiles) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevelMeter meter = metered("003.wav");
  const auto exceeded = [&](double share) { return meter.exceeded_level(share).dbfs + k_full_scale_db; };
  // The meter's percentiles come from classes of 0.1 dB whose edges it does not tell.
  EXPECT_NEAR(exceeded(0.10), 90.35, 0.15);
  EXPECT_NEAR(exceeded(0.50), 90.25, 0.15);
  EXPECT_NEAR(exceeded(0.90), 90.15, 0.15);
}

struct DisplayedLevel {
  const char* name;
  double SoundLevels::*level;
  double sine_db;
  double pink_db;
};

// The lowest and highest ones too: in 10 s of steady noise the time before the file hardly matters, but for a
// second of S, whose extremes are therefore left out.
constexpr DisplayedLevel k_displayed_levels[] = {
    {"LAeq", &SoundLevels::laeq, 94.0, 90.3},      {"LCeq", &SoundLevels::lceq, 94.0, 92.1},
    {"LAE", &SoundLevels::lae, 104.0, 100.3},      {"LAFmax", &SoundLevels::lafmax, 94.0, 90.6},
    {"LCFmax", &SoundLevels::lcfmax, 94.0, 92.8},  {"LAPKmax", &SoundLevels::lapeak, 97.0, 103.0},
    {"LCPKmax", &SoundLevels::lcpeak, 97.0, 104.8}};

TEST(MeterRecordings, EveryLevelIsWhatTheClass1MeterDisplayed) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevels sine_levels = metered("000.wav").levels();
  const SoundLevels pink_levels = metered("003.wav").levels();
  for (const DisplayedLevel& displayed : k_displayed_levels) {
    // What is displayed is cut off after one decimal: the truth is 0.05 dB higher, by as much at most.
    EXPECT_NEAR(sine_levels.*displayed.level + k_full_scale_db, displayed.sine_db + 0.05, 0.15)
        << displayed.name;
    EXPECT_NEAR(pink_levels.*displayed.level + k_full_scale_db, displayed.pink_db + 0.05, 0.15)
        << displayed.name;
    RecordProperty(displayed.name, std::to_string(sine_levels.*displayed.level + k_full_scale_db) + ' ' +
                                       std::to_string(pink_levels.*displayed.level + k_full_scale_db));
  }
  EXPECT_NEAR(*pink_levels.lafmin + k_full_scale_db, 90.05, 0.15);
  EXPECT_NEAR(*pink_levels.lcfmin + k_full_scale_db, 91.45, 0.15);
  EXPECT_NEAR(pink_levels.c_minus_a, 1.85, 0.1);
}

/// LZeq of the report, 100 Hz to 20 kHz. We read up to 0.14 dB below the display. A likely reason, not shown
/// here: the meter's filters may pass more than lies between the edges of their bands (IEC 61260-1 allows
/// them 0.4 dB); ours pass just that. Hence 0.2 dB, and not the 0.15 dB of the levels above.
constexpr double k_displayed_pink_db[] = {78.5, 78.4, 78.6, 78.2, 78.5, 78.4, 78.5, 78.5,
                                          78.6, 78.6, 78.5, 78.7, 78.5, 78.3, 78.5, 78.3,
                                          78.4, 78.5, 78.4, 78.5, 78.8, 78.6, 78.5, 78.5};

TEST(MeterRecordings, PinkNoiseHasTheDisplayedThirdOctaveBands) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevelMeter meter = metered("003.wav", Bands::third_octave);
  for (int third = -10; third <= k_highest_third; ++third) {
    const double measured = meter.bands()->third_octave(third)->dbfs + k_full_scale_db;
    EXPECT_NEAR(measured, k_displayed_pink_db[third + 10] + 0.05, 0.2) << midband_hz(third);
    RecordProperty("third_" + std::to_string(third + 22), std::to_string(measured));
  }
}

}  // namespace
}  // namespace preshift
