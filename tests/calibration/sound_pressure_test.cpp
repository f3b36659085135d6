#include "sound_pressure.hpp"

#include "measures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace preshift {
namespace {

constexpr FullScale k_full_scale{120, 1.5};

Measurement dbfs(const char* name, double value, double expanded = 0.4) {
  return quantity(name, std::string(units::k_dbfs), value, expanded);
}

const Measurement& find(const Measurements& measurements, std::string_view name) {
  for (const Measurement& each : measurements)
    if (each.name == name) return each;
  throw std::out_of_range(std::string(name));
}

Quantity quantity_of(const Measurements& measurements, std::string_view name) {
  return std::get<Quantity>(find(measurements, name).outcome);
}

Quantity pressure(const char* name, double dbfs_value, std::optional<SelfNoise> noise, double expanded = 0.4,
                  FullScale full_scale = k_full_scale) {
  return quantity_of(in_sound_pressure({dbfs(name, dbfs_value, expanded)}, {full_scale, noise}), name);
}

TEST(SoundPressure, ALevelIsRaisedByTheFullScaleAndGetsTheUnitOfItsWeighting) {
  const Measurements heard{dbfs("sound.laeq", -75), dbfs("sound.lceq", -70), dbfs("sound.lzpeak", -50)};
  const Measurements known = in_sound_pressure(heard, {k_full_scale, std::nullopt});
  EXPECT_EQ(find(known, "sound.laeq").unit, units::k_dba);
  EXPECT_EQ(find(known, "sound.lceq").unit, units::k_dbc);
  EXPECT_EQ(find(known, "sound.lzpeak").unit, units::k_dbz);
  EXPECT_DOUBLE_EQ(quantity_of(known, "sound.laeq").value, 45);
  EXPECT_DOUBLE_EQ(quantity_of(known, "sound.lceq").value, 50);
  EXPECT_DOUBLE_EQ(quantity_of(known, "sound.lzpeak").value, 70);
}

TEST(SoundPressure, UncertaintiesAddAsSquares) {
  // u = 0.8 of the level and 1.5 of the full scale: 1.7 together, twice that expanded.
  EXPECT_NEAR(pressure("sound.laeq", -60, std::nullopt, 1.6).expanded_uncertainty, 3.4, 1e-12);
}

TEST(SoundPressure, DifferencesTimesAndWordsStay) {
  const Measurements heard{quantity("voice.to_background", std::string(units::k_db), 25, 1),
                           quantity("sound.duration", std::string(units::k_second), 20, 0),
                           {"chain.route", "", State{"physical"}}};
  const Measurements known = in_sound_pressure(heard, {k_full_scale, SelfNoise{}});
  EXPECT_EQ(find(known, "voice.to_background").unit, units::k_db);
  EXPECT_EQ(quantity_of(known, "voice.to_background").value, 25);
  EXPECT_EQ(quantity_of(known, "sound.duration").value, 20);
  EXPECT_EQ(std::get<State>(find(known, "chain.route").outcome).value, "physical");
}

TEST(SoundPressure, AnAbsentLevelGetsTheUnitAndKeepsItsReason) {
  const Text reason{"test.reason", "why", "pourquoi"};
  const Measurements known = in_sound_pressure(
      {unknown("sound.laf90", std::string(units::k_dbfs), {reason, {}})}, {k_full_scale, std::nullopt});
  EXPECT_EQ(known[0].unit, units::k_dba);
  EXPECT_EQ(std::get<Absence>(known[0].outcome).reason.text.id, "test.reason");
}

TEST(SoundPressure, TenDecibelsAboveTheSelfNoiseNothingIsCorrected) {
  const Quantity level = pressure("sound.laeq", -80, SelfNoise{30, 1});
  EXPECT_DOUBLE_EQ(level.value, 40);
  EXPECT_DOUBLE_EQ(level.expanded_uncertainty, 2 * std::hypot(0.2, 1.5));
  EXPECT_FALSE(level.is_upper_bound);
}

/// A room at 34 dB(A) heard through a microphone of 30 dB(A) sounds like their sum of energies, 35.46.
TEST(SoundPressure, SubtractingTheSelfNoiseGivesTheRoomBack) {
  for (const double room : {30.5, 32.0, 34.0, 36.0, 39.0}) {
    const double heard = 10 * std::log10(std::pow(10, room / 10) + std::pow(10, 3.0));
    EXPECT_NEAR(pressure("sound.laeq", heard - 120, SelfNoise{30, 1}).value, room, 1e-9) << room;
  }
}

TEST(SoundPressure, EqualShareOfNoiseDoublesTheUncertaintyOfTheLevelAndAddsThatOfTheNoise) {
  // L - N = 10 lg 2 = 3.01 dB: dT/dL = 2, dT/dN = -1.
  const double level_dbfs = 30 + 10 * std::log10(2) - 120;
  const Quantity exact_noise = pressure("sound.laeq", level_dbfs, SelfNoise{30, 0}, 0.6, {120, 0.4});
  EXPECT_NEAR(exact_noise.value, 30, 1e-9);
  EXPECT_NEAR(exact_noise.expanded_uncertainty, 2 * 2 * 0.5, 1e-9);
  const Quantity vague_noise = pressure("sound.laeq", level_dbfs, SelfNoise{30, 1}, 0.6, {120, 0.4});
  EXPECT_NEAR(vague_noise.expanded_uncertainty, 2 * std::hypot(2 * 0.5, 1.0), 1e-9);
}

/// The coefficients are the derivatives of the subtraction itself.
TEST(SoundPressure, SensitivityToTheNoiseIsTheSlopeOfTheCorrection) {
  const double step = 1e-5;
  for (const double clear : {3.5, 5.0, 7.0, 9.5}) {
    const double level_dbfs = 30 + clear - 120;
    const double slope = (pressure("sound.laeq", level_dbfs, SelfNoise{30 + step, 0}).value -
                          pressure("sound.laeq", level_dbfs, SelfNoise{30 - step, 0}).value) /
                         (2 * step);
    const Quantity only_noise = pressure("sound.laeq", level_dbfs, SelfNoise{30, 1}, 0, {120, 0});
    EXPECT_NEAR(only_noise.expanded_uncertainty, 2 * std::abs(slope), 1e-6) << clear;
  }
}

TEST(SoundPressure, WithinThreeDecibelsOfTheSelfNoiseTheLevelIsAnUpperBound) {
  for (const double clear : {-5.0, 0.0, 2.9}) {
    const Quantity level = pressure("sound.laf90", 30 + clear - 120, SelfNoise{30, 1});
    EXPECT_TRUE(level.is_upper_bound) << clear;
    EXPECT_NEAR(level.value, 30 + clear, 1e-9);
    EXPECT_NEAR(level.expanded_uncertainty, 2 * std::hypot(0.2, 1.5), 1e-12);
  }
}

TEST(SoundPressure, PeaksAndOtherWeightingsKeepTheSelfNoise) {
  for (const char* name : {"sound.lapeak", "sound.lceq", "sound.lzeq", "sound.lcfmax"}) {
    const Quantity level = pressure(name, -88, SelfNoise{30, 1});
    EXPECT_DOUBLE_EQ(level.value, 32) << name;
    EXPECT_FALSE(level.is_upper_bound) << name;
  }
}

TEST(SoundPressure, ExposureIsFreedOfTheExposureThatTheNoiseMakes) {
  // A minute at 36 dB(A): LAE is 10 lg 60 = 17.8 dB more, and both lose the same to the noise.
  const double minute = 10 * std::log10(60);
  const Measurements known = in_sound_pressure({dbfs("sound.laeq", -84), dbfs("sound.lae", -84 + minute)},
                                               {k_full_scale, SelfNoise{30, 1}});
  EXPECT_NEAR(quantity_of(known, "sound.laeq").value, 36 + 10 * std::log10(1 - std::pow(10, -0.6)), 1e-9);
  EXPECT_NEAR(quantity_of(known, "sound.lae").value, quantity_of(known, "sound.laeq").value + minute, 1e-9);
}

TEST(SoundPressure, ASpectrumIsRaisedAndItsUncertaintyCombined) {
  Spectrum spectrum;
  spectrum.third[3] = SpectrumBand{-70, 1.6};
  spectrum.octave[5] = SpectrumBand{-65, 0};
  const Spectrum known = in_sound_pressure(spectrum, k_full_scale);
  EXPECT_DOUBLE_EQ(known.third[3]->level, 50);
  EXPECT_NEAR(known.third[3]->expanded_uncertainty, 3.4, 1e-12);
  EXPECT_DOUBLE_EQ(known.octave[5]->level, 55);
  EXPECT_DOUBLE_EQ(known.octave[5]->expanded_uncertainty, 3);
  EXPECT_FALSE(known.third[4].has_value());
}

}  // namespace
}  // namespace preshift
