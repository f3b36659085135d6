#include "full_scale_finding.hpp"

#include "measures.hpp"
#include "sensing_texts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace preshift {
namespace {

constexpr int k_1_khz = 0;
constexpr int k_250_hz = -6;

/// What a steady tone or noise leaves in the measurements; -30 dBFS unless changed.
struct Heard {
  double level_dbfs = -30;
  double expanded = 0.2;
  double spread_db = 0.2;
  double clipping_percent = 0;

  [[nodiscard]] Measurements measurements() const {
    const std::string dbfs(units::k_dbfs);
    return {quantity("sound.laeq", dbfs, level_dbfs, expanded),
            quantity("sound.lceq", dbfs, level_dbfs, expanded),
            quantity("sound.lafmax", dbfs, level_dbfs + spread_db / 2, expanded),
            quantity("sound.lafmin", dbfs, level_dbfs - spread_db / 2, expanded),
            quantity("sound.clipping", "%", clipping_percent, 0)};
  }
};

/// A tone in one band, so much above all the other bands together.
Spectrum tone(int third, double prominence_db) {
  Spectrum spectrum;
  const double others_db = -30 - prominence_db;
  for (auto& band : spectrum.third) band = SpectrumBand{-200, 0};
  spectrum.third[5 - Spectrum::k_lowest_third] = SpectrumBand{others_db, 0};
  spectrum.third[third - Spectrum::k_lowest_third] = SpectrumBand{-30, 0};
  return spectrum;
}

FullScaleFinding by_reference(const Heard& heard, const std::optional<Spectrum>& spectrum) {
  return full_scale_by_reference(heard.measurements(), spectrum, 94);
}

std::string_view reason(const FullScaleFinding& finding) {
  return finding ? "found" : finding.error().text.id;
}

TEST(FullScaleByReference, IsTheCalibratorsLevelLessTheLevelHeard) {
  for (const int third : {k_1_khz, k_250_hz}) {
    const auto found = by_reference({}, tone(third, 40));
    ASSERT_TRUE(found) << third;
    EXPECT_DOUBLE_EQ(found->level_db, 124);
    EXPECT_DOUBLE_EQ(found->standard_uncertainty_db, std::hypot(1, 0.1));
  }
}

TEST(FullScaleByReference, AnUnsteadyLevelIsNoCalibrator) {
  EXPECT_EQ(reason(by_reference({.spread_db = 0.9}, tone(k_1_khz, 40))), "found");
  EXPECT_EQ(reason(by_reference({.spread_db = 1.1}, tone(k_1_khz, 40))), "full_scale.calibrator_unsteady");
}

TEST(FullScaleByReference, AToneElsewhereIsNoCalibratorAndSaysWhere) {
  const auto found = by_reference({}, tone(-3, 40));
  ASSERT_EQ(reason(found), "full_scale.other_tone");
  EXPECT_EQ(std::get<double>(found.error().arguments.at(0)), 500);
}

TEST(FullScaleByReference, AToneAmongNoiseIsNoCalibrator) {
  EXPECT_EQ(reason(by_reference({}, tone(k_1_khz, 16))), "found");
  const auto found = by_reference({}, tone(k_1_khz, 12));
  ASSERT_EQ(reason(found), "full_scale.faint_tone");
  EXPECT_EQ(std::get<double>(found.error().arguments.at(1)), 12);
}

TEST(FullScaleByReference, RumbleBelowTheWeightingAndTheTonesOwnSkirtsDoNotCount) {
  Spectrum spectrum = tone(k_1_khz, 40);
  spectrum.third[0] = SpectrumBand{-20, 0};  // 6.3 Hz
  spectrum.third[1 - Spectrum::k_lowest_third] = SpectrumBand{-40, 0};
  EXPECT_EQ(reason(by_reference({}, spectrum)), "found");
}

TEST(FullScaleByReference, ClippedAbsentOrUnexaminedSoundTellsNothing) {
  EXPECT_EQ(reason(by_reference({.clipping_percent = 0.01}, tone(k_1_khz, 40))), "full_scale.clipped");
  EXPECT_EQ(reason(by_reference({}, std::nullopt)), "rating.no_spectrum");
  EXPECT_EQ(reason(full_scale_by_reference({}, tone(k_1_khz, 40), 94)), "full_scale.not_measured");
  const Text muted{"test.muted", "muted", "coupé"};
  Measurements absent = Heard{}.measurements();
  absent[1].outcome = Absence{AbsenceKind::unknown, {muted, {}}};
  EXPECT_EQ(reason(full_scale_by_reference(absent, tone(k_1_khz, 40), 94)), "test.muted");
}

TEST(FullScaleByMeter, SoundThatShowsProcessingTellsNothing) {
  const auto with_processing = [](const Text& reason) {
    Measurements heard = Heard{}.measurements();
    heard.push_back(unknown("chain.processing", "", {reason, {}}));
    return full_scale_by_meter(heard, 70, {});
  };
  for (const Text& sign : {sensing_text("chain.noise_suppression"), sensing_text("chain.automatic_gain"),
                           sensing_text("chain.noise_gate"), sensing_text("chain.gain_step")})
    EXPECT_EQ(reason(with_processing(sign)), sign.id);
  EXPECT_EQ(reason(with_processing(sensing_text("chain.too_little"))), "found");
}

TEST(FullScaleByReference, NothingHeardAtAllIsNoCalibrator) {
  EXPECT_FALSE(by_reference({}, Spectrum{}));
}

TEST(FullScaleByMeter, IsTheMetersLevelLessTheLevelHeard) {
  const auto found =
      full_scale_by_meter(Heard{.level_dbfs = -61.7, .expanded = 1.5}.measurements(), 52.3, {});
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->level_db, 114);
  EXPECT_DOUBLE_EQ(found->standard_uncertainty_db, 1.25);
}

TEST(FullScaleByMeter, TheSoundMustBeSteady) {
  EXPECT_EQ(reason(full_scale_by_meter(Heard{.spread_db = 4.9}.measurements(), 70, {})), "found");
  EXPECT_EQ(reason(full_scale_by_meter(Heard{.spread_db = 5.1}.measurements(), 70, {})),
            "full_scale.meter_unsteady");
}

TEST(FullScaleByMeter, TheSoundMustBeWellAboveTheSelfNoise) {
  const Measurements heard = Heard{}.measurements();
  EXPECT_EQ(reason(full_scale_by_meter(heard, 49.9, {})), "full_scale.meter_too_quiet");
  EXPECT_EQ(reason(full_scale_by_meter(heard, 50, {})), "found");
  EXPECT_EQ(reason(full_scale_by_meter(heard, 38, SelfNoise{28, 1})), "found");
  EXPECT_EQ(reason(full_scale_by_meter(heard, 52, SelfNoise{45, 1})), "full_scale.meter_too_quiet");
}

TEST(FullScaleByVoice, ANormalVoiceIs60DbaAtAMetreAnd6MoreAtHalf) {
  EXPECT_DOUBLE_EQ(normal_voice_dba(1), 60);
  EXPECT_NEAR(normal_voice_dba(0.5), 66.02, 0.005);
  EXPECT_NEAR(normal_voice_dba(0.3), 70.46, 0.005);
}

Measurements voice(double level_dbfs, double above_background_db) {
  return {quantity("voice.level", std::string(units::k_dbfs), level_dbfs, 2),
          quantity("voice.to_background", std::string(units::k_db), above_background_db, 1),
          quantity("sound.clipping", "%", 0, 0)};
}

TEST(FullScaleByVoice, IsTheNormalVoiceLessTheLevelHeard) {
  const auto found = full_scale_by_voice(voice(-40, 25), 1);
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->level_db, 100);
  EXPECT_DOUBLE_EQ(found->standard_uncertainty_db, std::hypot(4.5, 1));
}

TEST(FullScaleByVoice, TheVoiceMustStandOutOfTheBackground) {
  EXPECT_EQ(reason(full_scale_by_voice(voice(-40, 10), 1)), "found");
  EXPECT_EQ(reason(full_scale_by_voice(voice(-40, 9.9), 1)), "full_scale.voice_too_faint");
}

}  // namespace
}  // namespace preshift
