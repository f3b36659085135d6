#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace preshift {

/// Sound pressure levels of the octave bands 16 Hz to 8 kHz, dB re 20 µPa; none where a band is unknown.
using OctaveLevels = std::array<std::optional<double>, 10>;

inline constexpr std::array<double, 10> k_rating_octaves_hz = {16,  31.5, 63,   125,  250,
                                                               500, 1000, 2000, 4000, 8000};

/// A rating of steady background noise by its spectrum.
struct NoiseRating {
  int rating = 0;
  /// Which octave band decides, an index into k_rating_octaves_hz. None for an NC-(SIL): there no band
  /// exceeds the curve of the speech interference level.
  std::optional<std::size_t> governing_band;
};

/// NC of ANSI/ASA S12.2-2019. The speech interference level (mean of 500 Hz to 4 kHz) is the rating when no
/// band exceeds its curve; else the lowest curve that no band exceeds, with the band that touches it. Between
/// the tabulated curves NC-15 to NC-70 linear, rounded up to a whole number for tangency and to the nearest
/// for the SIL. None when a band is unknown or the rating lies outside the curves: not determined.
[[nodiscard]] std::optional<NoiseRating> nc_rating(const OctaveLevels& levels);

/// The curve's value in a band: the level that NC-`rating` allows, 15 to 70.
[[nodiscard]] double nc_curve_db(double rating, std::size_t band);

/// NR of ISO/R 1996: the highest of (level - a) / b over 31.5 Hz to 8 kHz, rounded up. The 16 Hz band is not
/// used. None when one of the nine is unknown: a missing band could be the one that decides.
[[nodiscard]] std::optional<NoiseRating> nr_rating(const OctaveLevels& levels);

/// L = a + b NR, in a band from 31.5 Hz (1) on.
[[nodiscard]] double nr_curve_db(double rating, std::size_t band);

}  // namespace preshift
