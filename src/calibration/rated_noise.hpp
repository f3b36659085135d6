#pragma once

#include "measurement.hpp"
#include "spectrum.hpp"

#include <optional>

namespace preshift {

/// `sound.nc` and `sound.nr` (noise_ratings.hpp) of the spectrum, both it and the measurements as
/// in_sound_pressure leaves them. A rating's expanded uncertainty is how far it moves when all bands move by
/// theirs at once. Noise below the lowest NC curve is rated NC-15 as an upper bound, and what the
/// microphone's own noise hides in LAeq makes both ratings upper bounds.
///
/// Where LAeq is absent the ratings are so for the same reason, where it is in dBFS they are unknown for
/// `why_uncalibrated`; unknown too when an octave is missing or the noise lies above the curves. Nothing when
/// there is no LAeq at all.
[[nodiscard]] Measurements rated_noise(const Measurements& measurements,
                                       const std::optional<Spectrum>& spectrum,
                                       const Message& why_uncalibrated);

}  // namespace preshift
