#include "noise_ratings.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace preshift {
namespace {

OctaveLevels nc_levels(double rating) {
  OctaveLevels levels;
  for (std::size_t band = 0; band < levels.size(); ++band) levels[band] = nc_curve_db(rating, band);
  return levels;
}

/// ANSI/ASA S12.2-2019: levels on the curve in all bands but those of speech, which lie 3 dB lower.
TEST(NcRating, ASpectrumThatTouchesACurveInOneBandHasThatRating) {
  for (int rating = 20; rating <= 60; rating += 5) {
    for (std::size_t touching = 0; touching < 10; ++touching) {
      OctaveLevels levels = nc_levels(rating);
      for (std::size_t band = 0; band < 10; ++band)
        if (band != touching) *levels[band] -= 12;
      const NoiseRating nc = nc_rating(levels).value();
      EXPECT_EQ(nc.rating, rating) << touching;
      EXPECT_EQ(nc.governing_band, touching);
    }
  }
}

TEST(NcRating, APublishedExampleIsNc40GovernedBy250Hz) {
  // Levels 16 Hz to 8 kHz; speech interference level 35.5 dB.
  const NoiseRating nc = nc_rating({79, 69, 59, 51, 50, 39, 36, 34, 33, 32}).value();
  EXPECT_EQ(nc.rating, 40);
  ASSERT_TRUE(nc.governing_band.has_value());
  EXPECT_EQ(k_rating_octaves_hz[*nc.governing_band], 250);
}

TEST(NcRating, SpeechDecidesWhereNoBandExceedsItsCurve) {
  // On NC-45 in the bands of speech (mean 45.5, rounded 46), below it elsewhere.
  const NoiseRating nc = nc_rating({70, 60, 55, 50, 50, 49, 46, 44, 43, 40}).value();
  EXPECT_EQ(nc.rating, 46);
  EXPECT_FALSE(nc.governing_band.has_value());
}

TEST(NcRating, IsNotDeterminedWithoutABandOrOutsideTheCurves) {
  for (std::size_t band = 0; band < 10; ++band) {
    OctaveLevels levels = nc_levels(40);
    levels[band].reset();
    EXPECT_FALSE(nc_rating(levels).has_value()) << band;
  }
  OctaveLevels quiet;
  quiet.fill(5);
  EXPECT_FALSE(nc_rating(quiet).has_value());
  OctaveLevels loud;
  loud.fill(95);
  EXPECT_FALSE(nc_rating(loud).has_value());
}

struct NrRow {
  int rating;
  double levels[9];
};

/// ISO/R 1996, 31.5 Hz to 8 kHz, rounded to 0.1 dB.
constexpr NrRow k_nr_table[] = {{15, {65.6, 47.4, 35.0, 26.0, 19.4, 15.0, 11.7, 9.3, 7.5}},
                                {20, {69.0, 51.3, 39.4, 30.6, 24.3, 20.0, 16.8, 14.4, 12.6}},
                                {25, {72.4, 55.2, 43.8, 35.2, 29.1, 25.0, 21.9, 19.5, 17.8}},
                                {30, {75.8, 59.2, 48.1, 39.9, 34.0, 30.0, 26.9, 24.6, 22.9}},
                                {35, {79.2, 63.2, 52.5, 44.6, 38.9, 35.0, 32.0, 29.8, 28.1}},
                                {40, {82.6, 67.1, 56.8, 49.2, 43.8, 40.0, 37.1, 34.9, 33.2}},
                                {45, {86.0, 71.1, 61.1, 53.9, 48.6, 45.0, 42.2, 40.0, 38.4}},
                                {50, {89.5, 75.0, 65.5, 58.5, 53.5, 50.0, 47.2, 45.1, 43.5}},
                                {55, {92.9, 79.0, 69.8, 63.2, 58.4, 55.0, 52.3, 50.3, 48.6}},
                                {60, {96.3, 82.9, 74.2, 67.8, 63.2, 60.0, 57.4, 55.4, 53.8}},
                                {65, {99.7, 86.8, 78.5, 72.5, 68.1, 65.0, 62.5, 60.5, 59.0}},
                                {70, {103.1, 90.8, 82.9, 77.1, 73.0, 70.0, 67.5, 65.7, 64.1}}};

TEST(NrRating, ItsCurvesAreTheTable) {
  for (const NrRow& row : k_nr_table)
    for (std::size_t band = 1; band < 10; ++band)
      EXPECT_NEAR(nr_curve_db(row.rating, band), row.levels[band - 1], 0.11) << row.rating << ' ' << band;
}

TEST(NrRating, TheBandThatReachesHighestDecides) {
  for (const NrRow& row : k_nr_table) {
    for (std::size_t deciding = 1; deciding < 10; ++deciding) {
      OctaveLevels levels;
      for (std::size_t band = 1; band < 10; ++band)
        levels[band] = nr_curve_db(row.rating, band) - (band == deciding ? 0 : 5);
      const NoiseRating nr = nr_rating(levels).value();
      EXPECT_EQ(nr.rating, row.rating);
      EXPECT_EQ(nr.governing_band, deciding);
    }
  }
}

TEST(NrRating, IsRoundedUpAndNotDeterminedWithoutABand) {
  OctaveLevels levels;
  levels.fill(0);
  levels[6] = 34.2;
  EXPECT_EQ(nr_rating(levels)->rating, 35);
  levels[9].reset();
  EXPECT_FALSE(nr_rating(levels).has_value());
}

}  // namespace
}  // namespace preshift
