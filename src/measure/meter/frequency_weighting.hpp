#pragma once

#include "biquad_cascade.hpp"

#include <array>

namespace preshift {

/// The frequency weightings of IEC 61672-1 that need a filter; Z is the signal itself.
enum class Weighting { a, c };

/// The analytic design goal (IEC 61672-1:2013, Annex E), 0 dB at 1 kHz. `frequency_hz` > 0.
[[nodiscard]] double design_goal_db(Weighting weighting, double frequency_hz);

/// The weighting's filter at this sampling rate, 8 to 192 kHz, exactly 0 dB at 1 kHz.
///
/// A bilinear transform is wrong by 6 dB at 16 kHz and 48 kHz sampling. Here instead, with p = sin^2(w/2):
/// the zeros at 0 Hz stay exactly there, the poles are those of the design goal by z = exp(sT), one more pole
/// at p = k_warping_pole stands for the bend of frequency against p near Nyquist, and the rest of the
/// numerator is the cubic in p that fits the goal's squared magnitude best: linear least squares of the
/// relative error, the weights repeatedly raised where the error is largest (Lawson 1961), which tends to the
/// least largest error. Its minimum-phase factor closes the cascade.
[[nodiscard]] BiquadCascade design_weighting(Weighting weighting, double rate_hz);

/// The same two filters taken apart into what they share and what they do not:
///   C = (1 - 1/z)^2 C(z) / (1 - low/z)^2 / (1 - high/z)^2 / (1 - warping/z)
///   A = the same with the A numerator, times (1 - 1/z)^2 / ((1 - mid[0]/z) (1 - mid[1]/z)).
struct WeightingFactors {
  double low_pole = 0;
  std::array<double, 2> mid_poles{};
  double high_pole = 0;
  double warping_pole = 0;
  std::array<double, 4> a_numerator{};  ///< by rising powers of 1/z
  std::array<double, 4> c_numerator{};
};

[[nodiscard]] WeightingFactors design_factors(double rate_hz);

/// The band in which design_weighting keeps within 0.02 dB of the design goal: from 5 Hz up to this
/// frequency, 0.8 of Nyquist and at most 20 kHz. Up to 0.9 of Nyquist the deviation is at most 0.1 dB.
[[nodiscard]] double highest_valid_hz(double rate_hz);

}  // namespace preshift
