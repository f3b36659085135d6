#pragma once

namespace preshift {

/// Nominal midband frequencies of the third-octave bands from 6.3 Hz to 20 kHz (IEC 61260-1:2014, Annex E).
/// From the second on, every third one is that of an octave band.
inline constexpr double k_nominal_thirds_hz[] = {6.3,  8,    10,   12.5, 16,   20,    25,    31.5,  40,
                                                 50,   63,   80,   100,  125,  160,   200,   250,   315,
                                                 400,  500,  630,  800,  1000, 1250,  1600,  2000,  2500,
                                                 3150, 4000, 5000, 6300, 8000, 10000, 12500, 16000, 20000};

}  // namespace preshift
