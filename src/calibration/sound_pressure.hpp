#pragma once

#include "measurement.hpp"
#include "spectrum.hpp"

#include <optional>

namespace preshift {

/// What 0 dBFS is in the room: dB re 20 µPa of a sound whose RMS drives the microphone to full scale. The
/// same for every frequency weighting.
struct FullScale {
  double level_db = 0;
  double standard_uncertainty_db = 0;
};

/// What a microphone shows in perfect silence, by its data sheet.
struct SelfNoise {
  double level_dba = 0;
  double standard_uncertainty_db = 1;
};

/// What turns a microphone's levels into sound pressure.
struct MicrophoneScale {
  FullScale full_scale;
  std::optional<SelfNoise> self_noise;
};

/// From this far above the self-noise on, a level is left as it is: its noise adds at most 0.46 dB, to the
/// safe side.
inline constexpr double k_clear_of_self_noise_db = 10;
/// Closer than this to the self-noise, a level says no more than that the truth lies below it.
inline constexpr double k_hidden_by_self_noise_db = 3;

/// The same measurements in sound pressure: each in dBFS whose measure has a unit of sound pressure
/// (measures.hpp) is raised by the full scale and gets that unit; U becomes 2 sqrt((U/2)^2 + u^2) with the
/// full scale's u. Absences get the unit too; everything else stays.
///
/// A-weighted levels, peaks apart, are freed of the self-noise N: from 3 to 10 dB above it by subtraction of
/// energies, T = L + 10 lg(1 - r) with r = 10^(-(L - N)/10), whose uncertainty is that of L by 1/(1 - r) and
/// that of N by r/(1 - r); below 3 dB the level is kept and marked as an upper bound. LAE is compared with
/// the exposure that N makes in the same time. The self-noise in other weightings is not known: C and Z
/// levels and differences stay as they are.
[[nodiscard]] Measurements in_sound_pressure(Measurements measurements, const MicrophoneScale& scale);

/// Bands raised by the full scale, its uncertainty combined with theirs.
[[nodiscard]] Spectrum in_sound_pressure(Spectrum spectrum, const FullScale& full_scale);

}  // namespace preshift
