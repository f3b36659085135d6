#include "noise_ratings.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_bands = 10;
constexpr std::size_t k_first_nr_band = 1;
constexpr std::size_t k_first_sil_band = 5;
constexpr std::size_t k_sil_bands = 4;
constexpr double k_lowest_nc = 15;
constexpr double k_highest_nc = 70;
constexpr double k_nc_step = 5;

/// So that a level exactly on a curve is not rounded up to the next one.
constexpr double k_rounding = 1e-9;

/// ANSI/ASA S12.2-2019, table 1: NC-15, 20 ... 70 by octaves.
constexpr int k_nc_curves[][k_bands] = {
    {78, 61, 47, 36, 28, 22, 18, 14, 12, 11}, {79, 63, 50, 40, 33, 26, 22, 20, 17, 16},
    {80, 65, 54, 44, 37, 31, 27, 24, 22, 22}, {81, 68, 57, 48, 41, 35, 32, 29, 28, 27},
    {82, 71, 60, 52, 45, 40, 36, 34, 33, 32}, {84, 74, 64, 56, 50, 44, 41, 39, 38, 37},
    {85, 76, 67, 60, 54, 49, 46, 44, 43, 42}, {87, 79, 71, 64, 58, 54, 51, 49, 48, 47},
    {89, 82, 74, 67, 62, 58, 56, 54, 53, 52}, {90, 85, 77, 71, 66, 63, 60, 59, 58, 57},
    {90, 88, 80, 75, 71, 68, 65, 64, 63, 62}, {90, 90, 84, 79, 75, 72, 71, 70, 68, 68}};

struct NrLine {
  double a, b;
};

/// From 31.5 Hz on.
constexpr NrLine k_nr_lines[] = {{55.4, 0.681}, {35.5, 0.790}, {22.0, 0.870}, {12.0, 0.930}, {4.8, 0.974},
                                 {0, 1},        {-3.5, 1.015}, {-6.1, 1.025}, {-8.0, 1.030}};

/// The lowest rating whose curve reaches this level in this band.
double nc_touched(double level_db, std::size_t band) {
  if (level_db <= nc_curve_db(k_lowest_nc, band)) return k_lowest_nc;
  for (std::size_t i = 1; i < std::size(k_nc_curves); ++i) {
    const double below = k_nc_curves[i - 1][band];
    const double above = k_nc_curves[i][band];
    if (level_db <= above)
      return k_lowest_nc + k_nc_step * (static_cast<double>(i - 1) + (level_db - below) / (above - below));
  }
  return INFINITY;
}

bool all_known(const OctaveLevels& levels, std::size_t first) {
  return std::all_of(levels.begin() + static_cast<std::ptrdiff_t>(first), levels.end(),
                     [](const auto& level) { return level.has_value(); });
}

struct Tangent {
  double rating;
  std::size_t band;
};

template <class Touched>
Tangent highest_tangent(const OctaveLevels& levels, std::size_t first, Touched touched) {
  Tangent highest{-INFINITY, first};
  for (std::size_t band = first; band < k_bands; ++band) {
    const double rating = touched(*levels[band], band);
    if (rating > highest.rating) highest = {rating, band};
  }
  return highest;
}

int rounded_up(double rating) {
  return static_cast<int>(std::ceil(rating - k_rounding));
}

double speech_interference_level(const OctaveLevels& levels) {
  double sum = 0;
  for (std::size_t band = k_first_sil_band; band < k_first_sil_band + k_sil_bands; ++band)
    sum += *levels[band];
  return sum / k_sil_bands;
}

bool exceeds(const OctaveLevels& levels, double nc) {
  for (std::size_t band = 0; band < k_bands; ++band)
    if (*levels[band] > nc_curve_db(nc, band) + k_rounding) return true;
  return false;
}

}  // namespace

double nc_curve_db(double rating, std::size_t band) {
  const double place = (std::clamp(rating, k_lowest_nc, k_highest_nc) - k_lowest_nc) / k_nc_step;
  const std::size_t below = std::min(static_cast<std::size_t>(place), std::size(k_nc_curves) - 2);
  const double share = place - static_cast<double>(below);
  return k_nc_curves[below][band] + share * (k_nc_curves[below + 1][band] - k_nc_curves[below][band]);
}

std::optional<NoiseRating> nc_rating(const OctaveLevels& levels) {
  if (!all_known(levels, 0)) return std::nullopt;
  const double by_speech = std::round(speech_interference_level(levels));
  if (by_speech >= k_lowest_nc && by_speech <= k_highest_nc && !exceeds(levels, by_speech))
    return NoiseRating{static_cast<int>(by_speech), std::nullopt};
  const Tangent tangent = highest_tangent(levels, 0, nc_touched);
  if (tangent.rating <= k_lowest_nc || std::isinf(tangent.rating)) return std::nullopt;
  return NoiseRating{rounded_up(tangent.rating), tangent.band};
}

double nr_curve_db(double rating, std::size_t band) {
  const NrLine& line = k_nr_lines[band - k_first_nr_band];
  return line.a + line.b * rating;
}

std::optional<NoiseRating> nr_rating(const OctaveLevels& levels) {
  if (!all_known(levels, k_first_nr_band)) return std::nullopt;
  const Tangent tangent = highest_tangent(levels, k_first_nr_band, [](double level_db, std::size_t band) {
    const NrLine& line = k_nr_lines[band - k_first_nr_band];
    return (level_db - line.a) / line.b;
  });
  if (!std::isfinite(tangent.rating)) return std::nullopt;
  return NoiseRating{rounded_up(tangent.rating), tangent.band};
}

}  // namespace preshift
