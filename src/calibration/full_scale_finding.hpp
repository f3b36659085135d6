#pragma once

#include "measurement.hpp"
#include "result.hpp"
#include "sound_pressure.hpp"
#include "spectrum.hpp"

#include <optional>

namespace preshift {

/// How a known sound, measured in dBFS, tells the full scale; or why it does not: a clause that says what was
/// heard, its remedy apart. Nothing is told by a level that is absent, nor by sound
/// that is clipped or shows processing. The standard
/// uncertainty combines that of the method with the level's own, U/2.
using FullScaleFinding = Expected<FullScale, Message>;

inline constexpr double k_calibrator_uncertainty_db = 1;
inline constexpr double k_meter_uncertainty_db = 1;
inline constexpr double k_voice_uncertainty_db = 4.5;  ///< people, sentences and moods differ by that much

/// A sound calibrator (IEC 60942) of this level, at 250 Hz or 1 kHz: LCeq, whose weighting is 0 dB at both,
/// is that level. LAF must hold within 1 dB, and the tone stand 15 dB out of the third-octave bands from 31.5
/// Hz on but itself and its neighbours.
[[nodiscard]] FullScaleFinding full_scale_by_reference(const Measurements& measurements,
                                                       const std::optional<Spectrum>& spectrum,
                                                       double reference_db);

/// A steady sound that a meter beside the microphone shows as this LAeq. LAF must hold within 5 dB, and the
/// sound be at least 10 dB above the self-noise or, where that is not known, at least 50 dB(A).
[[nodiscard]] FullScaleFinding full_scale_by_meter(const Measurements& measurements, double laeq_dba,
                                                   const std::optional<SelfNoise>& self_noise);

/// The agent's normal voice (`voice.level`). It must stand at least 10 dB above the background.
[[nodiscard]] FullScaleFinding full_scale_by_voice(const Measurements& measurements, double distance_m);

/// Level of a normal voice at this distance before the mouth, dB(A): 60 at 1 m (ISO 9921), and by the law of
/// the free field 6 more at each half of the distance.
[[nodiscard]] double normal_voice_dba(double distance_m);

}  // namespace preshift
