#include "sound_pressure.hpp"

#include "measures.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace preshift {
namespace {

double combined(double expanded_uncertainty, double standard_uncertainty) {
  return 2 * std::hypot(expanded_uncertainty / 2, standard_uncertainty);
}

/// The unit of sound pressure that belongs to a level in dBFS; empty for what is none.
std::string_view sound_pressure_unit(const Measurement& measurement) {
  const Measure* measure = find_measure(measurement.name);
  if (measure == nullptr || measurement.unit != units::k_dbfs) return {};
  const bool level =
      measure->unit == units::k_dba || measure->unit == units::k_dbc || measure->unit == units::k_dbz;
  return level ? measure->unit : std::string_view{};
}

Quantity freed_of_noise(Quantity level, double noise_db, double noise_standard_uncertainty_db) {
  const double clear = level.value - noise_db;
  if (clear >= k_clear_of_self_noise_db || level.is_upper_bound) return level;
  if (clear < k_hidden_by_self_noise_db) {
    level.is_upper_bound = true;
    return level;
  }
  const double share = std::pow(10, -clear / 10);  // of the noise in the level's energy
  const double rest = 1 - share;
  level.value += 10 * std::log10(rest);
  level.expanded_uncertainty =
      combined(level.expanded_uncertainty / rest, noise_standard_uncertainty_db * share / rest);
  return level;
}

std::optional<double> number_of(const Measurements& measurements, std::string_view name) {
  for (const Measurement& measurement : measurements) {
    const auto* quantity = std::get_if<Quantity>(&measurement.outcome);
    if (quantity != nullptr && measurement.name == name) return quantity->value;
  }
  return std::nullopt;
}

/// By how much LAE exceeds LAeq: 10 lg of the seconds measured.
double exposure_over_average_db(const Measurements& measurements) {
  const auto average = number_of(measurements, "sound.laeq");
  const auto exposure = number_of(measurements, "sound.lae");
  return average && exposure ? *exposure - *average : 0;
}

bool holds_self_noise(const Measurement& measurement) {
  return measurement.unit == units::k_dba && measurement.name != "sound.lapeak";
}

}  // namespace

Measurements in_sound_pressure(Measurements measurements, const MicrophoneScale& scale) {
  const double exposure_db = exposure_over_average_db(measurements);
  for (Measurement& measurement : measurements) {
    const std::string_view unit = sound_pressure_unit(measurement);
    if (unit.empty()) continue;
    measurement.unit = unit;
    auto* quantity = std::get_if<Quantity>(&measurement.outcome);
    if (quantity == nullptr) continue;
    quantity->value += scale.full_scale.level_db;
    quantity->expanded_uncertainty =
        combined(quantity->expanded_uncertainty, scale.full_scale.standard_uncertainty_db);
    if (!scale.self_noise || !holds_self_noise(measurement)) continue;
    const double noise_db = scale.self_noise->level_dba + (measurement.name == "sound.lae" ? exposure_db : 0);
    *quantity = freed_of_noise(*quantity, noise_db, scale.self_noise->standard_uncertainty_db);
  }
  return measurements;
}

Spectrum in_sound_pressure(Spectrum spectrum, const FullScale& full_scale) {
  const auto raise = [&](std::optional<SpectrumBand>& band) {
    if (!band) return;
    band->level += full_scale.level_db;
    band->expanded_uncertainty = combined(band->expanded_uncertainty, full_scale.standard_uncertainty_db);
  };
  std::for_each(spectrum.third.begin(), spectrum.third.end(), raise);
  std::for_each(spectrum.octave.begin(), spectrum.octave.end(), raise);
  return spectrum;
}

}  // namespace preshift
