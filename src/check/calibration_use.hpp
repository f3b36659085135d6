#pragma once

#include "event.hpp"
#include "used_calibration.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace preshift {

/// What is known before it is known which microphone will be opened.
struct KnownScales {
  std::optional<MicrophoneScale> stated;  ///< on the command line; goes before all others
  std::vector<Calibration> stored;
  std::chrono::sys_seconds now;
};

/// The scale that holds for this source.
[[nodiscard]] CalibrationUse calibration_for(const SourceOpened& source, const KnownScales& scales);

/// That of the microphone or recording among the sources; nullopt when there is none.
[[nodiscard]] std::optional<CalibrationUse> calibration_for(std::span<const SourceOpened> sources,
                                                            const KnownScales& scales);

/// What was measured in dBFS, as far as the calibration allows in sound pressure; noise ratings are added.
[[nodiscard]] Measurements calibrated(const Measurements& measurements,
                                      const std::optional<Spectrum>& spectrum,
                                      const CalibrationUse& calibration);

}  // namespace preshift
