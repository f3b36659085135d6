#pragma once

#include "sounds.hpp"

namespace preshift::test {

/// Gaussian noise from 20 Hz on whose spectrum falls evenly, of this RMS level: 0 dB an octave is white, -3
/// pink, -6 like a quiet room.
Sound coloured_noise(double rate_hz, double db_per_octave, double level_dbfs, double seconds,
                     std::uint64_t seed);

}  // namespace preshift::test
