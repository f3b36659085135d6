#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <span>

namespace preshift {

/// Coefficients of c0 + c1 p + c2 p^2 + c3 p^3.
using Cubic = std::array<double, 4>;

/// Where a cubic has to come near a wanted value.
struct FitPoint {
  double p = 0;          ///< argument, 0 to 1
  double wanted = 1;     ///< positive
  double tolerance = 1;  ///< relative errors count in units of this
};

/// The cubic whose largest relative error, in units of each point's tolerance, is near the smallest possible.
/// At least four points of different p.
[[nodiscard]] Cubic fit_cubic(std::span<const FitPoint> points);

/// The three zeros in z of the minimum-phase filter whose squared magnitude is the cubic in p = sin^2(w/2),
/// with complex ones as a pair in the first two places. The cubic must be positive at 0; zeros are inside the
/// unit circle where it is positive all over [0, 1].
[[nodiscard]] std::array<std::complex<double>, 3> minimum_phase_zeros(const Cubic& cubic);

/// The same for one root in p, by its reciprocal: the z inside the unit circle with (2 - z - 1/z) / 4 = p.
/// Roots on [0, 1] have none.
[[nodiscard]] std::complex<double> minimum_phase_root(std::complex<double> reciprocal_p);

}  // namespace preshift
