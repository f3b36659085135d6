#pragma once

#include "voice_network.hpp"

#include <span>

namespace preshift {

/// Brings sound to the level at which the network hears best. Its first layers see magnitudes, not levels, so
/// a voice at -60 dBFS goes unheard and noise at full scale sounds like one. The loudest window so far, which
/// is forgotten by 6 dB a second, is taken to -26 dBFS: at once when it gets louder, so nothing is ever
/// overdriven. By at most 80 dB: what is quieter than -106 dBFS is a converter's rounding, not sound.
class VoiceGain {
 public:
  /// What to multiply this next window with, and its context.
  [[nodiscard]] float factor_for(std::span<const float, k_voice_window> window);

 private:
  double m_loudest_rms = 0;
};

}  // namespace preshift
