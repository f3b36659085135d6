#include "sound_level_meter.hpp"
#include "sounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
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

/// How far a level is from what is displayed, which is cut off after one decimal.
double beyond_display(double level_dbfs, double displayed_db) {
  const double level_db = level_dbfs + k_full_scale_db;
  return std::max({displayed_db - level_db, level_db - (displayed_db + 0.1), 0.0});
}

struct DisplayedPercentile {
  double share, sine_db, pink_db;
};

// The meter's percentiles are lower ends of classes: of a steady 94.04 dB it tells 93.9 at every share.
constexpr DisplayedPercentile k_displayed_percentiles[] = {
    {0.01, 93.9, 90.5}, {0.05, 93.9, 90.4}, {0.10, 93.9, 90.3}, {0.50, 93.9, 90.2},
    {0.90, 93.9, 90.1}, {0.95, 93.9, 90.1}, {0.99, 93.9, 90.0}};

TEST(MeterRecordings, EveryPercentileIsWhatTheClass1MeterDisplayedWithinOneOfItsClasses) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevelMeter sine_meter = metered("000.wav");
  const SoundLevelMeter pink_meter = metered("003.wav");
  for (const DisplayedPercentile& displayed : k_displayed_percentiles) {
    EXPECT_LE(beyond_display(sine_meter.exceeded_level(displayed.share).dbfs, displayed.sine_db), 0.1)
        << displayed.share;
    EXPECT_LE(beyond_display(pink_meter.exceeded_level(displayed.share).dbfs, displayed.pink_db), 0.1)
        << displayed.share;
  }
}

struct DisplayedLevel {
  const char* name;
  double SoundLevels::*level;
  double sine_db;
  double pink_db;
};

// LZeq and LZPKmax are left out of the noise: that meter's Z has a high-pass at 5 Hz, ours has none.
constexpr DisplayedLevel k_displayed_levels[] = {
    {"LAeq", &SoundLevels::laeq, 94.0, 90.3},      {"LCeq", &SoundLevels::lceq, 94.0, 92.1},
    {"LAE", &SoundLevels::lae, 104.0, 100.3},      {"LAFmax", &SoundLevels::lafmax, 94.0, 90.6},
    {"LASmax", &SoundLevels::lasmax, 94.0, 90.4},  {"LCFmax", &SoundLevels::lcfmax, 94.0, 92.8},
    {"LCSmax", &SoundLevels::lcsmax, 94.0, 92.3},  {"LAPKmax", &SoundLevels::lapeak, 97.0, 103.0},
    {"LCPKmax", &SoundLevels::lcpeak, 97.0, 104.8}};

struct DisplayedMinimum {
  const char* name;
  std::optional<double> SoundLevels::*level;
  double sine_db;
  double pink_db;
};

constexpr DisplayedMinimum k_displayed_minima[] = {{"LAFmin", &SoundLevels::lafmin, 94.0, 90.0},
                                                   {"LASmin", &SoundLevels::lasmin, 94.0, 90.3},
                                                   {"LCFmin", &SoundLevels::lcfmin, 94.0, 91.4},
                                                   {"LCSmin", &SoundLevels::lcsmin, 94.0, 91.9}};

TEST(MeterRecordings, EveryLevelIsWhatTheClass1MeterDisplayed) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevels sine_levels = metered("000.wav").levels();
  const SoundLevels pink_levels = metered("003.wav").levels();
  // Beyond the last digit: peaks lie between the samples, and the meter had heard what is before the file.
  constexpr double k_beyond_db = 0.05;
  for (const DisplayedLevel& displayed : k_displayed_levels) {
    EXPECT_LE(beyond_display(sine_levels.*displayed.level, displayed.sine_db), k_beyond_db) << displayed.name;
    EXPECT_LE(beyond_display(pink_levels.*displayed.level, displayed.pink_db), k_beyond_db) << displayed.name;
  }
  for (const DisplayedMinimum& displayed : k_displayed_minima) {
    EXPECT_LE(beyond_display(*(sine_levels.*displayed.level), displayed.sine_db), k_beyond_db)
        << displayed.name;
    EXPECT_LE(beyond_display(*(pink_levels.*displayed.level), displayed.pink_db), k_beyond_db)
        << displayed.name;
  }
  EXPECT_LE(beyond_display(sine_levels.lzeq, 94.0), 0);
  EXPECT_LE(beyond_display(sine_levels.lzpeak, 97.0), k_beyond_db);
  EXPECT_NEAR(pink_levels.c_minus_a, 1.85, 0.1);
}

/// LZeq of the report, 25 Hz to 20 kHz. Below, the first seconds, in which our filters rise and do not count,
/// are too much of ten seconds of noise. Our three highest bands, near Nyquist, are narrower by 0.1 dB than
/// the others (see design_third_octave).
constexpr int k_lowest_displayed = -16;
constexpr double k_displayed_pink_db[] = {78.6, 78.6, 78.6, 78.1, 78.4, 78.4, 78.5, 78.4, 78.6, 78.2,
                                          78.5, 78.4, 78.5, 78.5, 78.6, 78.6, 78.5, 78.7, 78.5, 78.3,
                                          78.5, 78.3, 78.4, 78.5, 78.4, 78.5, 78.8, 78.6, 78.5, 78.5};

TEST(MeterRecordings, PinkNoiseHasTheDisplayedThirdOctaveBands) {
  if (!recordings_are_here()) GTEST_SKIP() << "the shared recordings are not here (PRESHIFT_SHARED)";
  const SoundLevelMeter meter = metered("003.wav", Bands::third_octave);
  for (int third = k_lowest_displayed; third <= k_highest_third; ++third) {
    const double measured_dbfs = meter.bands()->third_octave(third)->dbfs;
    EXPECT_LE(beyond_display(measured_dbfs, k_displayed_pink_db[third - k_lowest_displayed]),
              third <= 10 ? 0.05 : 0.1)
        << midband_hz(third);
    RecordProperty("third_" + std::to_string(third + 22), std::to_string(measured_dbfs + k_full_scale_db));
  }
}

}  // namespace
}  // namespace preshift
