#include "rated_noise.hpp"

#include "measures.hpp"
#include "noise_ratings.hpp"

#include <gtest/gtest.h>

#include <string>

namespace preshift {
namespace {

constexpr Text k_reason{"test.reason", "why", "pourquoi"};
const Message k_uncalibrated{k_reason, {}};

Measurements laeq(double value, std::string_view unit = units::k_dba, bool upper_bound = false) {
  return {{"sound.laeq", std::string(unit), Quantity{value, 2, upper_bound}}};
}

/// Every octave from 16 Hz to 8 kHz at the NC curve of this rating, moved by `offset_db`.
Spectrum on_nc_curve(double rating, double offset_db = 0, double expanded = 0) {
  Spectrum spectrum;
  for (std::size_t band = 0; band < k_rating_octaves_hz.size(); ++band)
    spectrum.octave[band + 1] = SpectrumBand{nc_curve_db(rating, band) + offset_db, expanded};
  return spectrum;
}

const Measurement& nc_of(const Measurements& ratings) {
  return ratings.at(0);
}

TEST(RatedNoise, ASpectrumThatTouchesACurveHasItsRating) {
  Spectrum spectrum = on_nc_curve(40, -12);
  spectrum.octave[5]->level = nc_curve_db(40, 4);  // 250 Hz
  const Measurements ratings = rated_noise(laeq(45), spectrum, k_uncalibrated);
  ASSERT_EQ(ratings.size(), 2u);
  EXPECT_EQ(nc_of(ratings).name, "sound.nc");
  EXPECT_EQ(nc_of(ratings).unit, units::k_one);
  EXPECT_EQ(std::get<Quantity>(nc_of(ratings).outcome).value, 40);
  EXPECT_EQ(std::get<Quantity>(nc_of(ratings).outcome).expanded_uncertainty, 0);
  EXPECT_EQ(ratings[1].name, "sound.nr");
}

TEST(RatedNoise, ADoubtAboutTheLevelIsOneAboutTheRatings) {
  Measurements doubtful = laeq(45);
  doubtful[0].doubt = Message{k_reason, {}};
  for (const Measurement& rating : rated_noise(doubtful, on_nc_curve(40), k_uncalibrated)) {
    ASSERT_TRUE(rating.doubt) << rating.name;
    EXPECT_EQ(rating.doubt->text.id, "test.reason");
  }
}

TEST(RatedNoise, TheFirstBandIs16HzAndTheLast8Khz) {
  Spectrum spectrum = on_nc_curve(30);
  spectrum.octave[0].reset();   // 8 Hz
  spectrum.octave[11].reset();  // 16 kHz
  EXPECT_TRUE(
      std::holds_alternative<Quantity>(nc_of(rated_noise(laeq(35), spectrum, k_uncalibrated)).outcome));
  spectrum.octave[10].reset();
  const Measurements ratings = rated_noise(laeq(35), spectrum, k_uncalibrated);
  const auto& absence = std::get<Absence>(nc_of(ratings).outcome);
  EXPECT_EQ(absence.reason.text.id, "rating.octave_missing");
  EXPECT_EQ(std::get<double>(absence.reason.arguments.at(0)), 8000);
}

TEST(RatedNoise, NrDoesNotNeed16Hz) {
  Spectrum spectrum = on_nc_curve(30);
  spectrum.octave[1].reset();
  const Measurements ratings = rated_noise(laeq(35), spectrum, k_uncalibrated);
  EXPECT_TRUE(std::holds_alternative<Absence>(ratings[0].outcome));
  EXPECT_TRUE(std::holds_alternative<Quantity>(ratings[1].outcome));
}

TEST(RatedNoise, ItsUncertaintyIsHowFarItMovesWithTheBands) {
  // Between NC-30 and NC-40 the bands of speech move by about as much as the rating.
  const Measurements ratings = rated_noise(laeq(45), on_nc_curve(35, 0, 2), k_uncalibrated);
  const auto nc = std::get<Quantity>(nc_of(ratings).outcome);
  EXPECT_GE(nc.expanded_uncertainty, 2);
  EXPECT_LE(nc.expanded_uncertainty, 4);
}

TEST(RatedNoise, BelowTheLowestCurveTheRatingIsAnUpperBound) {
  const Measurements ratings = rated_noise(laeq(15), on_nc_curve(15, -3, 1), k_uncalibrated);
  const auto nc = std::get<Quantity>(nc_of(ratings).outcome);
  EXPECT_EQ(nc.value, 15);
  EXPECT_TRUE(nc.is_upper_bound);
  EXPECT_EQ(nc.expanded_uncertainty, 0);
}

TEST(RatedNoise, AboveTheHighestCurveItIsUnknown) {
  const Measurements ratings = rated_noise(laeq(85), on_nc_curve(70, 6), k_uncalibrated);
  EXPECT_EQ(std::get<Absence>(nc_of(ratings).outcome).reason.text.id, "rating.above_curves");
  EXPECT_TRUE(std::holds_alternative<Quantity>(ratings[1].outcome));
}

TEST(RatedNoise, WhatTheMicrophoneHidesMakesBothUpperBounds) {
  for (const Measurement& rating : rated_noise(laeq(30, units::k_dba, true), on_nc_curve(25), k_uncalibrated))
    EXPECT_TRUE(std::get<Quantity>(rating.outcome).is_upper_bound) << rating.name;
}

TEST(RatedNoise, WithoutACalibrationTheReasonIsWhyThereIsNone) {
  for (const Measurement& rating : rated_noise(laeq(-70, units::k_dbfs), on_nc_curve(30), k_uncalibrated))
    EXPECT_EQ(std::get<Absence>(rating.outcome).reason.text.id, "test.reason");
}

TEST(RatedNoise, IsAbsentWithTheLevelForTheSameReason) {
  const Text suppressed{"test.suppressed", "noise suppression", "suppression de bruit"};
  const Measurements heard{unknown("sound.laeq", std::string(units::k_dba), {suppressed, {}})};
  for (const Measurement& rating : rated_noise(heard, on_nc_curve(30), k_uncalibrated))
    EXPECT_EQ(std::get<Absence>(rating.outcome).reason.text.id, "test.suppressed");
  EXPECT_TRUE(rated_noise({}, on_nc_curve(30), k_uncalibrated).empty());
}

TEST(RatedNoise, WithoutASpectrumItIsUnknown) {
  const Measurements ratings = rated_noise(laeq(40), std::nullopt, k_uncalibrated);
  EXPECT_EQ(std::get<Absence>(nc_of(ratings).outcome).reason.text.id, "rating.no_spectrum");
}

}  // namespace
}  // namespace preshift
