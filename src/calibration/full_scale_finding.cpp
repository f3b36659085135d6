#include "full_scale_finding.hpp"

#include "calibration_texts.hpp"
#include "sensing_texts.hpp"
#include "third_octaves.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace preshift {
namespace {

constexpr double k_calibrator_spread_db = 1;
constexpr double k_meter_spread_db = 5;
constexpr double k_tone_prominence_db = 15;
constexpr double k_least_meter_level_dba = 50;
constexpr double k_least_clearance_db = 10;
constexpr std::size_t k_250_hz = -6 - Spectrum::k_lowest_third;
constexpr std::size_t k_1_khz = 0 - Spectrum::k_lowest_third;
constexpr std::size_t k_31_5_hz = -15 - Spectrum::k_lowest_third;

using Found = Expected<Quantity, Message>;

template <class... Arguments>
Failure<Message> because(const Text& text, Arguments... arguments) {
  return {Message{text, {Argument(arguments)...}}};
}

double shown(double decibels) {
  return std::round(10 * decibels) / 10;
}

Found find(const Measurements& measurements, std::string_view name) {
  const auto found = std::find_if(measurements.begin(), measurements.end(),
                                  [&](const Measurement& each) { return each.name == name; });
  if (found == measurements.end()) return because(calibration_text("full_scale.not_measured"));
  if (const auto* absence = std::get_if<Absence>(&found->outcome)) return Failure{absence->reason};
  if (const auto* quantity = std::get_if<Quantity>(&found->outcome)) return *quantity;
  return because(calibration_text("full_scale.not_measured"));
}

/// Why the chain changes levels, as far as the sound shows it. What the route alone says is the check's
/// business: it certifies nothing that comes that way.
std::optional<Message> processed(const Measurements& measurements) {
  constexpr Text k_harmless[] = {sensing_text("chain.too_little"), sensing_text("chain.route_unknown"),
                                 sensing_text("chain.monitor"),    sensing_text("chain.virtual"),
                                 sensing_text("chain.filter"),     sensing_text("chain.hands_free"),
                                 sensing_text("chain.band_limit")};
  for (const Measurement& measurement : measurements) {
    const auto* absence = std::get_if<Absence>(&measurement.outcome);
    if (measurement.name != "chain.processing" || absence == nullptr) continue;
    const bool harmless = std::any_of(std::begin(k_harmless), std::end(k_harmless),
                                      [&](const Text& text) { return text.id == absence->reason.text.id; });
    if (!harmless) return absence->reason;
  }
  return std::nullopt;
}

/// The level of this name; none when clipping or processing changed it.
Found undistorted(const Measurements& measurements, std::string_view name) {
  const auto level = find(measurements, name);
  if (!level) return level;
  if (const auto reason = processed(measurements)) return Failure{*reason};
  const auto clipping = find(measurements, "sound.clipping");
  if (!clipping) return clipping;
  if (clipping->value > 0) return because(calibration_text("full_scale.clipped"), clipping->value);
  return level;
}

/// LAFmax - LAFmin.
Found spread(const Measurements& measurements) {
  const auto highest = find(measurements, "sound.lafmax");
  if (!highest) return highest;
  const auto lowest = find(measurements, "sound.lafmin");
  if (!lowest) return lowest;
  return Quantity{highest->value - lowest->value, 0};
}

FullScale full_scale_of(double sound_pressure_db, const Quantity& heard, double standard_uncertainty_db) {
  return {sound_pressure_db - heard.value,
          std::hypot(standard_uncertainty_db, heard.expanded_uncertainty / 2)};
}

double energy_of(const std::optional<SpectrumBand>& band) {
  return band ? std::pow(10, band->level / 10) : 0;
}

std::size_t strongest_third(const Spectrum& spectrum) {
  const auto strongest = std::max_element(
      spectrum.third.begin() + k_31_5_hz, spectrum.third.end(),
      [](const auto& left, const auto& right) { return energy_of(left) < energy_of(right); });
  return static_cast<std::size_t>(strongest - spectrum.third.begin());
}

double midband_hz(std::size_t third) {
  return k_nominal_thirds_hz[third];
}

/// By how much the band and its neighbours, into which a tone leaks, exceed all the others.
double prominence_db(const Spectrum& spectrum, std::size_t third) {
  double tone = 0;
  double others = 0;
  for (std::size_t each = k_31_5_hz; each < spectrum.third.size(); ++each) {
    const bool near = each + 1 >= third && each <= third + 1;
    (near ? tone : others) += energy_of(spectrum.third[each]);
  }
  return 10 * std::log10(tone / others);
}

std::optional<Message> no_calibrator(const Spectrum& spectrum) {
  const std::size_t strongest = strongest_third(spectrum);
  const double frequency_hz = midband_hz(strongest);
  if (strongest != k_250_hz && strongest != k_1_khz)
    return Message{calibration_text("full_scale.other_tone"), {frequency_hz}};
  const double prominence = prominence_db(spectrum, strongest);
  if (prominence >= k_tone_prominence_db) return std::nullopt;
  return Message{calibration_text("full_scale.faint_tone"),
                 {frequency_hz, shown(prominence), k_tone_prominence_db}};
}

}  // namespace

FullScaleFinding full_scale_by_reference(const Measurements& measurements,
                                         const std::optional<Spectrum>& spectrum, double reference_db) {
  const auto level = undistorted(measurements, "sound.lceq");
  if (!level) return Failure{level.error()};
  if (!spectrum) return because(calibration_text("rating.no_spectrum"));
  if (const auto other = no_calibrator(*spectrum)) return Failure{*other};
  const auto moved = spread(measurements);
  if (!moved) return Failure{moved.error()};
  if (moved->value > k_calibrator_spread_db)
    return because(calibration_text("full_scale.calibrator_unsteady"), shown(moved->value),
                   k_calibrator_spread_db);
  return full_scale_of(reference_db, *level, k_calibrator_uncertainty_db);
}

FullScaleFinding full_scale_by_meter(const Measurements& measurements, double laeq_dba,
                                     const std::optional<SelfNoise>& self_noise) {
  const double least = self_noise ? self_noise->level_dba + k_least_clearance_db : k_least_meter_level_dba;
  if (laeq_dba < least) return because(calibration_text("full_scale.meter_too_quiet"), laeq_dba, least);
  const auto level = undistorted(measurements, "sound.laeq");
  if (!level) return Failure{level.error()};
  const auto moved = spread(measurements);
  if (!moved) return Failure{moved.error()};
  if (moved->value > k_meter_spread_db)
    return because(calibration_text("full_scale.meter_unsteady"), shown(moved->value), k_meter_spread_db);
  return full_scale_of(laeq_dba, *level, k_meter_uncertainty_db);
}

FullScaleFinding full_scale_by_voice(const Measurements& measurements, double distance_m) {
  const auto level = undistorted(measurements, "voice.level");
  if (!level) return Failure{level.error()};
  const auto above = find(measurements, "voice.to_background");
  if (!above) return Failure{above.error()};
  if (above->value < k_least_clearance_db)
    return because(calibration_text("full_scale.voice_too_faint"), shown(above->value), k_least_clearance_db);
  return full_scale_of(normal_voice_dba(distance_m), *level, k_voice_uncertainty_db);
}

double normal_voice_dba(double distance_m) {
  constexpr double k_at_one_metre_dba = 60;
  return k_at_one_metre_dba - 20 * std::log10(distance_m);
}

}  // namespace preshift
