#pragma once

#include "biquad_cascade.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace preshift {

/// Third-octave bands by number: the exact midband frequency is 1000 * 10^(n / 10) Hz (IEC 61260-1:2014, base
/// ten), from -22 (6.3 Hz) to 13 (20 kHz). Octave bands by the number of the third in their middle, a
/// multiple of three: -21 (8 Hz) to 12 (16 kHz).
inline constexpr int k_lowest_third = -22;
inline constexpr int k_highest_third = 13;
inline constexpr int k_lowest_octave = -21;
inline constexpr int k_highest_octave = 12;

[[nodiscard]] double midband_hz(int third);
[[nodiscard]] double upper_edge_hz(int third);  ///< 10^(1/20) above the midband frequency
[[nodiscard]] double bandwidth_hz(int third);   ///< between both edges

/// Limits of the attenuation relative to that at the midband frequency, dB (IEC 61260-1:2014, table 1, class
/// 1).
struct AttenuationLimits {
  double least;
  double most;  ///< infinite outside the band
};

/// `bands_per_octave`: 1 or 3. `ratio`: frequency over midband frequency, > 0.
[[nodiscard]] AttenuationLimits class_1_limits(int bands_per_octave, double ratio);

/// A Butterworth band-pass by the bilinear transform, exactly 0 dB at the midband frequency. Of third order
/// or the first one up to the sixth that meets the class 1 mask up to Nyquist; none when none does, as near
/// Nyquist.
///
/// Its edges are placed so that pink noise reads 0.11 dB more than lies between the band's edges, as through
/// an unscaled Butterworth band-pass of fourth order. That is what the class 1 meter reads whose recordings
/// we have (IEC 61260-1 allows 0.4 dB). Filters of higher order, from about 0.29 of the rate on, read just
/// what lies between.
[[nodiscard]] std::optional<std::vector<Biquad>> design_third_octave(int third, double rate_hz);

/// The low-pass before every second sample is dropped: 0 dB up to
/// 0.133 of the rate within 0.03 dB, and what would fold onto that is lowered by 58 dB or more.
[[nodiscard]] std::vector<Biquad> design_decimator();

}  // namespace preshift
