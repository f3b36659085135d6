#include "rated_noise.hpp"

#include "calibration_texts.hpp"
#include "measures.hpp"
#include "noise_ratings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

constexpr double k_lowest_nc = 15;

struct Rating {
  std::string_view name;
  std::size_t first_band;  ///< index into k_rating_octaves_hz
  std::optional<NoiseRating> (*rate)(const OctaveLevels&);
};

constexpr std::array k_ratings{Rating{"sound.nc", 0, nc_rating}, Rating{"sound.nr", 1, nr_rating}};

/// The octaves 16 Hz to 8 kHz of the spectrum, each moved by so many of its expanded uncertainties.
OctaveLevels octaves_of(const Spectrum& spectrum, double moved) {
  constexpr int k_16_hz = -6;
  constexpr std::size_t k_first = k_16_hz - Spectrum::k_lowest_octave;
  OctaveLevels levels;
  for (std::size_t band = 0; band < levels.size(); ++band)
    if (const auto& octave = spectrum.octave[k_first + band])
      levels[band] = octave->level + moved * octave->expanded_uncertainty;
  return levels;
}

bool below_lowest_nc(const OctaveLevels& levels) {
  for (std::size_t band = 0; band < levels.size(); ++band)
    if (*levels[band] > nc_curve_db(k_lowest_nc, band)) return false;
  return true;
}

Quantity rated(const Rating& rating, const Spectrum& spectrum, double value) {
  double expanded = 0;
  for (const double moved : {-1.0, 1.0})
    if (const auto other = rating.rate(octaves_of(spectrum, moved)))
      expanded = std::max(expanded, std::abs(other->rating - value));
  return {value, expanded};
}

std::variant<Quantity, State, Absence> outcome_of(const Rating& rating, const Spectrum& spectrum) {
  const OctaveLevels levels = octaves_of(spectrum, 0);
  for (std::size_t band = rating.first_band; band < levels.size(); ++band) {
    if (!levels[band])
      return Absence{AbsenceKind::unknown,
                     {calibration_text("rating.octave_missing"), {k_rating_octaves_hz[band]}}};
  }
  if (const auto found = rating.rate(levels)) return rated(rating, spectrum, found->rating);
  if (!below_lowest_nc(levels))
    return Absence{AbsenceKind::unknown, {calibration_text("rating.above_curves"), {}}};
  Quantity lowest = rated(rating, spectrum, k_lowest_nc);
  lowest.is_upper_bound = true;
  return lowest;
}

Measurements both(const std::variant<Quantity, State, Absence>& outcome) {
  Measurements measurements;
  for (const Rating& rating : k_ratings)
    measurements.push_back({std::string(rating.name), std::string(units::k_one), outcome});
  return measurements;
}

Measurements both_unknown(Message reason) {
  return both(Absence{AbsenceKind::unknown, std::move(reason)});
}

}  // namespace

Measurements rated_noise(const Measurements& measurements, const std::optional<Spectrum>& spectrum,
                         const Message& why_uncalibrated) {
  const auto laeq = std::find_if(measurements.begin(), measurements.end(),
                                 [](const Measurement& each) { return each.name == "sound.laeq"; });
  if (laeq == measurements.end()) return {};
  if (std::holds_alternative<Absence>(laeq->outcome)) return both(laeq->outcome);
  if (laeq->unit == units::k_dbfs) return both_unknown(why_uncalibrated);
  if (!spectrum) return both_unknown({calibration_text("rating.no_spectrum"), {}});
  const auto* level = std::get_if<Quantity>(&laeq->outcome);
  const bool hidden = level != nullptr && level->is_upper_bound;
  Measurements ratings;
  for (const Rating& rating : k_ratings) {
    ratings.push_back({std::string(rating.name), std::string(units::k_one), outcome_of(rating, *spectrum)});
    auto* quantity = std::get_if<Quantity>(&ratings.back().outcome);
    if (quantity != nullptr && hidden) quantity->is_upper_bound = true;
    ratings.back().doubt = laeq->doubt;
  }
  return ratings;
}

}  // namespace preshift
