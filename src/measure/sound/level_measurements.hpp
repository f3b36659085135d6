#pragma once

#include "measurement.hpp"
#include "sound_level_meter.hpp"
#include "spectrum.hpp"

#include <optional>

namespace preshift {

/// The measures `sound.*` of one meter, in dBFS. `doubt`: why its levels may not be those of the
/// room.
[[nodiscard]] Measurements level_measurements(const SoundLevelMeter& meter, double rate_hz,
                                              const std::optional<Message>& doubt);

/// Why no level can be told from what the meter heard: too short, or a muted microphone.
[[nodiscard]] std::optional<Message> why_no_level(const SoundLevelMeter& meter);

[[nodiscard]] Spectrum spectrum_of(const BandMeter& bands);

/// Standard uncertainty of the weighting in dB: its filters are within 0.02 dB where they are valid; that,
/// what sounds above, histogram bins and rounding stay within ±0.1 dB, every value as likely (JCGM 100,
/// 4.3.7).
[[nodiscard]] double processing_uncertainty_db();

}  // namespace preshift
