#pragma once

#include "lanes.hpp"

#include <array>
#include <cstddef>

namespace preshift {

/// The A- and the C-weighting of one signal at once, four samples at a time. C and the poles that both
/// weightings have are calculated once; A is made from them by two more high-passes.
///
/// Every pole p is real and runs as y(n) = p^4 y(n-4) + (1 + p/z)(1 + p^2/z^2) x(n): the same filter as
/// y(n) = p y(n-1) + x(n), but four neighbours do not wait for each other. Single precision: its rounding
/// noise stays 125 dB below the loudest rumble, and relative to the signal, so it hides no quiet sound by
/// itself.
///
/// It starts as if the mean of the first call's samples had stood there for ever.
class WeightingFilter {
 public:
  explicit WeightingFilter(double rate_hz);

  /// `count`: a multiple of four. The three arrays must not overlap.
  void filter(const float* samples, std::size_t count, float* a_weighted, float* c_weighted);

 private:
  struct Pole {
    Float4 p, p2, p4;
    Float4 input{}, inner{}, output{};  ///< the last four of each

    explicit Pole(double pole);
    Float4 operator()(Float4 x);
  };

  /// A pole behind a zero at 0 Hz: fed with differences, which are exact where neighbours are close.
  struct HighPass {
    Pole pole;
    Float4 input{};

    Float4 operator()(Float4 x);
  };

  struct Numerator {
    Float4 b0, b1, b2, b3;
    Float4 input{};

    explicit Numerator(const std::array<double, 4>& coefficients);
    Float4 operator()(Float4 x);
  };

  struct State {
    HighPass low1, low2;
    Pole high1, high2, warping;
    HighPass mid1, mid2;
    Numerator a, c;
    bool started = false;
  };

  void pass_low(const float* samples, std::size_t count, float* low_passed);
  void pass_high(float* sound, std::size_t count);
  void pass_mid(std::size_t count, float* a_weighted, float* c_weighted);

  State m_state;
};

}  // namespace preshift
