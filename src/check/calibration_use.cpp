#include "calibration_use.hpp"

#include "rated_noise.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
CalibrationUse calibration_for(const SourceOpened& source, const KnownScales& scales) {
  if (scales.stated) return UsedCalibration{*scales.stated, std::nullopt};
  auto chosen = choose_calibration(source, scales.stored, scales.now);
  if (!chosen) return chosen.error();
  return UsedCalibration{chosen->scale, *chosen};
}

std::optional<CalibrationUse> calibration_for(std::span<const SourceOpened> sources,
                                              const KnownScales& scales) {
  const auto sound = std::find_if(sources.begin(), sources.end(), [](const SourceOpened& source) {
    return source.sensor == Sensor::microphone;
  });
  if (sound == sources.end()) return std::nullopt;
  return calibration_for(*sound, scales);
}

Measurements calibrated(const Measurements& measurements, const std::optional<Spectrum>& spectrum,
                        const CalibrationUse& calibration) {
  Measurements all = measurements;
  std::optional<Spectrum> sound_pressure;
  Message why_none;
  if (const auto* used = std::get_if<UsedCalibration>(&calibration)) {
    all = in_sound_pressure(std::move(all), used->scale);
    if (spectrum) sound_pressure = in_sound_pressure(*spectrum, used->scale.full_scale);
  } else {
    why_none = std::get<Message>(calibration);
  }
  for (Measurement& rating : rated_noise(all, sound_pressure, why_none)) all.push_back(std::move(rating));
  return all;
}

}  // namespace preshift
