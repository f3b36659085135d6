#include "numerator_fit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_terms = std::tuple_size_v<Cubic>;
constexpr int k_reweightings = 40;
constexpr int k_root_iterations = 60;

using System = std::array<std::array<double, k_terms + 1>, k_terms>;

double evaluate(const Cubic& c, double p) {
  return ((c[3] * p + c[2]) * p + c[1]) * p + c[0];
}

/// Normal equations of the weighted least squares of cubic / wanted = 1.
System normal_equations(std::span<const FitPoint> points, std::span<const double> weights) {
  System system{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::array<double, k_terms + 1> row{};
    row[0] = 1 / points[i].wanted;
    for (std::size_t k = 1; k < k_terms; ++k) row[k] = row[k - 1] * points[i].p;
    row[k_terms] = 1;
    for (std::size_t r = 0; r < k_terms; ++r)
      for (std::size_t c = 0; c <= k_terms; ++c) system[r][c] += weights[i] * row[r] * row[c];
  }
  return system;
}

/// Gauss-Jordan elimination; the matrix is positive definite, so the pivots are on the diagonal.
Cubic solve(System system) {
  for (std::size_t pivot = 0; pivot < k_terms; ++pivot) {
    for (std::size_t r = 0; r < k_terms; ++r) {
      if (r == pivot) continue;
      const double factor = system[r][pivot] / system[pivot][pivot];
      for (std::size_t c = pivot; c <= k_terms; ++c) system[r][c] -= factor * system[pivot][c];
    }
  }
  Cubic solution{};
  for (std::size_t k = 0; k < k_terms; ++k) solution[k] = system[k][k_terms] / system[k][k];
  return solution;
}

/// Roots of x^3 + c[1] x^2 + c[2] x + c[3], all at once (Weierstrass, Durand, Kerner).
std::array<std::complex<double>, 3> roots_of_monic(const Cubic& c) {
  std::array<std::complex<double>, 3> roots{{{1, 0}, {0.4, 0.9}, {-0.65, 0.72}}};
  for (int iteration = 0; iteration < k_root_iterations; ++iteration) {
    for (std::size_t i = 0; i < 3; ++i) {
      const auto x = roots[i];
      const auto apart = (x - roots[(i + 1) % 3]) * (x - roots[(i + 2) % 3]);
      if (apart != 0.0) roots[i] -= (((x + c[1]) * x + c[2]) * x + c[3]) / apart;
    }
  }
  return roots;
}

}  // namespace

Cubic fit_cubic(std::span<const FitPoint> points) {
  std::vector<double> weights(points.size());
  for (std::size_t i = 0; i < points.size(); ++i)
    weights[i] = 1 / (points[i].tolerance * points[i].tolerance);
  Cubic best{};
  double best_error = INFINITY;
  for (int round = 0; round < k_reweightings; ++round) {
    const Cubic cubic = solve(normal_equations(points, weights));
    double largest = 0;
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double error =
          std::abs(evaluate(cubic, points[i].p) / points[i].wanted - 1) / points[i].tolerance;
      largest = std::max(largest, error);
      weights[i] *= error;
      sum += weights[i];
    }
    if (largest < best_error) {
      best_error = largest;
      best = cubic;
    }
    if (sum <= 0) break;
    for (double& weight : weights) weight /= sum;
  }
  return best;
}

std::complex<double> minimum_phase_root(std::complex<double> reciprocal_p) {
  const std::complex<double> s = std::sqrt(1.0 - reciprocal_p);
  return (s - 1.0) / (s + 1.0);
}

std::array<std::complex<double>, 3> minimum_phase_zeros(const Cubic& cubic) {
  // In x = 1/p, where a vanishing leading coefficient is a root at 0 and not at infinity.
  const Cubic monic{1, cubic[1] / cubic[0], cubic[2] / cubic[0], cubic[3] / cubic[0]};
  auto roots = roots_of_monic(monic);
  const auto most_real = std::min_element(
      roots.begin(), roots.end(),
      [](const auto& left, const auto& right) { return std::abs(left.imag()) < std::abs(right.imag()); });
  std::iter_swap(most_real, roots.end() - 1);
  for (auto& root : roots) root = minimum_phase_root(root);
  return roots;
}

}  // namespace preshift
