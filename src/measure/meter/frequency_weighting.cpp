#include "frequency_weighting.hpp"

#include "numerator_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace preshift {
namespace {

using std::numbers::pi;

// IEC 61672-1:2013, Annex E.
constexpr double k_f1_hz = 20.598997;
constexpr double k_f2_hz = 107.65265;
constexpr double k_f3_hz = 737.86223;
constexpr double k_f4_hz = 12194.217;

constexpr double k_reference_hz = 1000;
constexpr double k_lowest_fitted_hz = 5;
constexpr double k_highest_audible_hz = 20000;
constexpr double k_valid_share_of_nyquist = 0.8;
constexpr double k_fitted_share_of_nyquist = 0.95;
constexpr double k_tolerance_above_valid = 10;
constexpr double k_warping_pole = 1.07;

double square(double x) {
  return x * x;
}

/// |A|^2 or |C|^2 up to a factor.
double goal_squared(Weighting weighting, double frequency_hz) {
  const double f2 = square(frequency_hz);
  const double c = square(f2 / ((f2 + square(k_f1_hz)) * (f2 + square(k_f4_hz))));
  if (weighting == Weighting::c) return c;
  return c * square(f2) / ((f2 + square(k_f2_hz)) * (f2 + square(k_f3_hz)));
}

/// p = sin^2(w/2), in which every squared magnitude of a digital filter is rational.
double sine_squared(double frequency_hz, double rate_hz) {
  return square(std::sin(pi * frequency_hz / rate_hz));
}

/// |1 - pole/z|^2.
double distance_squared(double pole, double p) {
  return square(1 - pole) + 4 * pole * p;
}

struct Poles {
  std::array<double, 2> low;   ///< f1
  std::array<double, 2> mid;   ///< f2 and f3; A only
  std::array<double, 2> high;  ///< f4
  double warping;
};

Poles matched_poles(double rate_hz) {
  const auto matched = [&](double frequency_hz) { return std::exp(-2 * pi * frequency_hz / rate_hz); };
  return {{matched(k_f1_hz), matched(k_f1_hz)},
          {matched(k_f2_hz), matched(k_f3_hz)},
          {matched(k_f4_hz), matched(k_f4_hz)},
          minimum_phase_root(1 / k_warping_pole).real()};
}

/// Squared magnitude of the poles and of the zeros at 0 Hz.
double fixed_part(Weighting weighting, const Poles& poles, double p) {
  const auto pair = [&](const std::array<double, 2>& two) {
    return distance_squared(two[0], p) * distance_squared(two[1], p);
  };
  const double c = square(p) / (pair(poles.low) * pair(poles.high) * distance_squared(poles.warping, p));
  return weighting == Weighting::c ? c : c * square(p) / pair(poles.mid);
}

/// Frequencies for the fit: logarithmic at the bottom, denser towards both ends of the valid band, and on to
/// where the fit ends.
std::vector<double> fit_frequencies(double valid_hz, double end_hz) {
  constexpr int k_count = 60;
  std::vector<double> frequencies;
  for (int i = 0; i < k_count; ++i) {
    const double t = (i + 0.5) / k_count;
    frequencies.push_back(k_lowest_fitted_hz * std::pow(valid_hz / k_lowest_fitted_hz, t));
    frequencies.push_back(valid_hz * (1 - std::cos(pi * t)) / 2);
    frequencies.push_back(valid_hz + (end_hz - valid_hz) * t);
  }
  frequencies.push_back(valid_hz);
  return frequencies;
}

Cubic fit_numerator(Weighting weighting, const Poles& poles, double rate_hz) {
  const double valid_hz = highest_valid_hz(rate_hz);
  std::vector<FitPoint> points;
  for (const double f : fit_frequencies(valid_hz, k_fitted_share_of_nyquist * rate_hz / 2)) {
    const double p = sine_squared(f, rate_hz);
    points.push_back({p, goal_squared(weighting, f) / fixed_part(weighting, poles, p),
                      f <= valid_hz ? 1 : k_tolerance_above_valid});
  }
  const double scale = points.front().wanted;
  for (FitPoint& point : points) point.wanted /= scale;
  return fit_cubic(points);
}

Biquad section(std::complex<double> zero1, std::complex<double> zero2, double pole1, double pole2) {
  return {1, -(zero1 + zero2).real(), (zero1 * zero2).real(), -(pole1 + pole2), pole1 * pole2};
}

double gain(const BiquadCascade::Sections& sections, double w) {
  const auto delay = std::polar(1.0, -w);
  std::complex<double> product = 1;
  for (const Biquad& s : sections)
    product *= (s.b0 + delay * (s.b1 + delay * s.b2)) / (1.0 + delay * (s.a1 + delay * s.a2));
  return std::abs(product);
}

void scale(Biquad& section, double factor) {
  section.b0 *= factor;
  section.b1 *= factor;
  section.b2 *= factor;
}

/// The zeros that are not at 0 Hz.
std::array<double, 4> fitted_numerator(const BiquadCascade::Sections& sections) {
  const Biquad& pair = sections[2];
  const Biquad& last = sections[3];
  return {pair.b0 * last.b0, pair.b1 * last.b0 + pair.b0 * last.b1, pair.b2 * last.b0 + pair.b1 * last.b1,
          pair.b2 * last.b1};
}

}  // namespace

double design_goal_db(Weighting weighting, double frequency_hz) {
  return 10 * std::log10(goal_squared(weighting, frequency_hz) / goal_squared(weighting, k_reference_hz));
}

double highest_valid_hz(double rate_hz) {
  return std::min(k_valid_share_of_nyquist * rate_hz / 2, k_highest_audible_hz);
}

BiquadCascade design_weighting(Weighting weighting, double rate_hz) {
  const Poles poles = matched_poles(rate_hz);
  const auto zeros = minimum_phase_zeros(fit_numerator(weighting, poles, rate_hz));
  BiquadCascade::Sections sections{};
  sections[0] = section(1, 1, poles.low[0], poles.low[1]);
  if (weighting == Weighting::a) sections[1] = section(1, 1, poles.mid[0], poles.mid[1]);
  sections[2] = section(zeros[0], zeros[1], poles.high[0], poles.high[1]);
  sections[3] = section(zeros[2], 0, poles.warping, 0);
  scale(sections[3], 1 / gain(sections, 2 * pi * k_reference_hz / rate_hz));
  return BiquadCascade(sections);
}

WeightingFactors design_factors(double rate_hz) {
  const Poles poles = matched_poles(rate_hz);
  return {poles.low[0],
          poles.mid,
          poles.high[0],
          poles.warping,
          fitted_numerator(design_weighting(Weighting::a, rate_hz).sections()),
          fitted_numerator(design_weighting(Weighting::c, rate_hz).sections())};
}

}  // namespace preshift
