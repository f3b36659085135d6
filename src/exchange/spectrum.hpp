#pragma once

#include <array>
#include <optional>

namespace preshift {

/// The level of a band and its expanded uncertainty (k = 2), dB.
struct SpectrumBand {
  double level = 0;
  double expanded_uncertainty = 0;
};

/// Mean levels in bands of IEC 61260-1:2014, not weighted; relative to full scale (dBFS) as they leave the
/// sensing program. A band is none where the sampling rate does not hold
/// it or the sound was too short for it.
struct Spectrum {
  static constexpr int k_lowest_third = -22;  ///< number of the third-octave band of 6.3 Hz; 0 is 1 kHz
  static constexpr int k_lowest_octave = -7;  ///< number of the octave band of 8 Hz; 0 is 1 kHz

  std::array<std::optional<SpectrumBand>, 36> third;   ///< 6.3 Hz to 20 kHz
  std::array<std::optional<SpectrumBand>, 12> octave;  ///< 8 Hz to 16 kHz
};

}  // namespace preshift
