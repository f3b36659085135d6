#include "numerator_fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace preshift {
namespace {

double evaluate(const Cubic& c, double p) {
  return ((c[3] * p + c[2]) * p + c[1]) * p + c[0];
}

/// |1 - zero/z|^2 over the three zeros at p = sin^2(w/2), relative to p = 0.
double magnitude_squared(const std::array<std::complex<double>, 3>& zeros, double p) {
  const auto delay = std::polar(1.0, -2 * std::asin(std::sqrt(p)));
  std::complex<double> product = 1;
  for (const auto& zero : zeros) product *= (1.0 - zero * delay) / (1.0 - zero);
  return std::norm(product);
}

TEST(NumeratorFit, FindsACubicThatIsThere) {
  const Cubic wanted{2, -1.5, 0.8, 0.3};
  std::vector<FitPoint> points;
  for (double p = 0; p <= 1; p += 0.05) points.push_back({p, evaluate(wanted, p), 1});
  const Cubic found = fit_cubic(points);
  for (std::size_t k = 0; k < wanted.size(); ++k) EXPECT_NEAR(found[k], wanted[k], 1e-9);
}

TEST(NumeratorFit, AConstantIsFoundWithoutRemainder) {
  std::vector<FitPoint> points;
  for (int i = 0; i < 8; ++i) points.push_back({i / 8.0, 1, 1});
  const Cubic found = fit_cubic(points);
  EXPECT_NEAR(found[0], 1, 1e-9);
  for (std::size_t k = 1; k < found.size(); ++k) EXPECT_NEAR(found[k], 0, 1e-9);
}

TEST(NumeratorFit, SpreadsTheErrorEvenly) {
  // The best cubic for a smooth function touches its largest relative error five times (Chebyshev).
  std::vector<FitPoint> points;
  for (double p = 0; p <= 1; p += 0.005) points.push_back({p, std::exp(2 * p), 1});
  const Cubic cubic = fit_cubic(points);
  std::vector<double> peaks{0};
  for (const FitPoint& point : points) {
    const double error = evaluate(cubic, point.p) / point.wanted - 1;
    if (error * peaks.back() < 0) peaks.push_back(0);
    if (std::abs(error) > std::abs(peaks.back())) peaks.back() = error;
  }
  ASSERT_EQ(peaks.size(), 5U);
  const auto bigger = [](double a, double b) { return std::abs(a) < std::abs(b); };
  const auto [smallest, largest] = std::minmax_element(peaks.begin(), peaks.end(), bigger);
  EXPECT_GT(std::abs(*smallest), 0.7 * std::abs(*largest));
}

TEST(NumeratorFit, FactorsRealComplexAndMissingRoots) {
  const Cubic cubics[] = {{1, -1.2, 0.6, -0.1},    // one real root, two complex
                          {1, 0.5, 0.06, -0.001},  // a far one
                          {1, -0.9, 0, 0},         // of first degree only
                          {1, 0, 0, 0}};
  for (const Cubic& cubic : cubics) {
    const auto zeros = minimum_phase_zeros(cubic);
    for (const auto& zero : zeros) EXPECT_LT(std::abs(zero), 1);
    EXPECT_NEAR((zeros[0] + zeros[1]).imag(), 0, 1e-9);
    EXPECT_NEAR(zeros[2].imag(), 0, 1e-9);
    for (double p = 0.05; p < 1; p += 0.1)
      EXPECT_NEAR(magnitude_squared(zeros, p), evaluate(cubic, p), 1e-6 * evaluate(cubic, p));
  }
}

}  // namespace
}  // namespace preshift
