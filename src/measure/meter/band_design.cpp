#include "band_design.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>

namespace preshift {
namespace {

using std::numbers::pi;
using Complex = std::complex<double>;

constexpr double k_half_band = 0.05;  ///< lg of the ratio of the upper edge to the midband frequency
constexpr int k_lowest_order = 3;
constexpr int k_highest_order = 6;

/// Above this share of the rate the bilinear transform stretches the lower slope so far that the sum of two
/// neighbours would leave the mask of an octave.
constexpr double k_steep_share_of_rate = 0.45;
constexpr int k_steep_order = 6;
constexpr double k_decimator_cut_off = 0.195;  ///< of the rate
constexpr int k_decimator_order = 6;

struct Breakpoint {
  double exponent;  ///< of the octave ratio, for an octave band
  double least;
  double most;
};

constexpr double k_infinite = std::numeric_limits<double>::infinity();
constexpr Breakpoint k_mask[] = {{0, -0.4, 0.4},        {0.125, -0.4, 0.5},    {0.25, -0.4, 0.7},
                                 {0.375, -0.4, 1.4},    {0.5, -0.4, 5.3},      {0.5, 1.2, k_infinite},
                                 {1, 16.6, k_infinite}, {2, 40.5, k_infinite}, {3, 60, k_infinite},
                                 {4, 70, k_infinite}};

/// Where a breakpoint lies above the midband frequency.
double breakpoint_ratio(int bands_per_octave, double exponent) {
  const double octave = std::pow(10.0, 0.3);
  const double narrowing = (std::pow(octave, 0.5 / bands_per_octave) - 1) / (std::pow(octave, 0.5) - 1);
  return 1 + narrowing * (std::pow(octave, exponent) - 1);
}

double between(double from, double to, double share) {
  return std::isinf(to) ? to : from + (to - from) * share;
}

/// A Butterworth band-pass in t = tan(pi f / rate).
struct BandPass {
  int order;
  double centre_squared;
  double width;

  BandPass(int filter_order, double mid_hz, double rate_hz, double widening) : order(filter_order) {
    const double half = std::pow(10.0, k_half_band * widening);
    const double low = std::tan(pi * mid_hz / half / rate_hz);
    const double high = std::tan(pi * std::min(mid_hz * half / rate_hz, 0.4999));
    centre_squared = low * high;
    width = high - low;
  }

  [[nodiscard]] double gain_squared(double frequency_hz, double rate_hz) const {
    const double t = std::tan(pi * frequency_hz / rate_hz);
    const double detuning = (t * t - centre_squared) / (width * t);
    double power = 1;
    for (int i = 0; i < order; ++i) power *= detuning * detuning;
    return 1 / (1 + power);
  }
};

/// The integral of the squared gain over lg f, in bands: 1 where pink noise reads what lies between the
/// edges.
double effective_width(const BandPass& filter, double mid_hz, double rate_hz) {
  constexpr double k_step = 0.004;  // the integrand is smooth: the sum is right to 1e-4 dB
  constexpr int k_reach = 100;
  const double ratio = std::pow(10.0, k_step);
  double f = mid_hz * std::pow(ratio, -k_reach);
  double sum = 0;
  for (int i = -k_reach; i <= k_reach; ++i, f *= ratio) {
    if (f < rate_hz / 2) sum += filter.gain_squared(f, rate_hz);
  }
  return sum * k_step / (2 * k_half_band) / filter.gain_squared(mid_hz, rate_hz);
}

/// (pi / 8) / sin(pi / 8), 0.11 dB: of a Butterworth band-pass of fourth order whose edges are the band's.
constexpr double k_effective_width = 1.02617;

/// Filters of more than the lowest order are in use near Nyquist, where the bilinear transform makes
/// neighbours overlap: any wider, their sum would leave the mask of an octave.
BandPass with_effective_width(int order, double mid_hz, double rate_hz) {
  constexpr int k_rounds = 4;
  const double wanted = order == k_lowest_order ? k_effective_width : 1;
  double widening = 1;
  for (int i = 0; i < k_rounds; ++i)
    widening *= wanted / effective_width(BandPass(order, mid_hz, rate_hz, widening), mid_hz, rate_hz);
  return {order, mid_hz, rate_hz, widening};
}

bool meets_mask(const BandPass& filter, double mid_hz, double rate_hz) {
  const double at_middle = filter.gain_squared(mid_hz, rate_hz);
  constexpr double k_lowest_ratio = 1.0 / 20;
  const double step = std::log(1.02);
  const auto steps = static_cast<int>(std::log(rate_hz / 2 / (mid_hz * k_lowest_ratio)) / step);
  for (int i = 0; i < steps; ++i) {
    const double f = mid_hz * k_lowest_ratio * std::exp(i * step);
    const double attenuation = 10 * std::log10(at_middle / filter.gain_squared(f, rate_hz));
    const AttenuationLimits limits = class_1_limits(3, f / mid_hz);
    if (attenuation < limits.least + 0.05 || attenuation > limits.most - 0.05) return false;
  }
  return true;
}

Complex bilinear(Complex s) {
  return (1.0 + s) / (1.0 - s);
}

/// With zeros at 0 Hz and at Nyquist.
Biquad band_section(Complex pole1, Complex pole2) {
  return {1, 0, -1, -(pole1 + pole2).real(), (pole1 * pole2).real()};
}

Complex prototype_pole(int order, int k) {
  return std::polar(1.0, pi * (2 * k + order + 1) / (2.0 * order));
}

std::vector<Biquad> sections_of(const BandPass& filter) {
  std::vector<Biquad> sections;
  for (int k = 0; k < (filter.order + 1) / 2; ++k) {
    const Complex half = prototype_pole(filter.order, k) * filter.width / 2.0;
    const Complex root = std::sqrt(half * half - filter.centre_squared);
    const Complex first = bilinear(half + root);
    const Complex second = bilinear(half - root);
    if (2 * k + 1 == filter.order) {
      sections.push_back(band_section(first, second));
    } else {
      sections.push_back(band_section(first, std::conj(first)));
      sections.push_back(band_section(second, std::conj(second)));
    }
  }
  return sections;
}

Complex response(const std::vector<Biquad>& sections, double w) {
  const Complex delay = std::polar(1.0, -w);
  Complex product = 1;
  for (const Biquad& s : sections)
    product *= (s.b0 + delay * (s.b1 + delay * s.b2)) / (1.0 + delay * (s.a1 + delay * s.a2));
  return product;
}

void normalise(std::vector<Biquad>& sections, double w) {
  const double factor = 1 / std::abs(response(sections, w));
  for (double* b : {&sections[0].b0, &sections[0].b1, &sections[0].b2}) *b *= factor;
}

}  // namespace

double midband_hz(int third) {
  return 1000 * std::pow(10.0, third / 10.0);
}

double upper_edge_hz(int third) {
  return midband_hz(third) * std::pow(10.0, k_half_band);
}

double bandwidth_hz(int third) {
  return upper_edge_hz(third) - upper_edge_hz(third - 1);
}

AttenuationLimits class_1_limits(int bands_per_octave, double ratio) {
  const double above = std::max(ratio, 1 / ratio);
  const auto* const end = std::end(k_mask);
  const auto* const next = std::find_if(std::begin(k_mask), end, [&](const Breakpoint& point) {
    return breakpoint_ratio(bands_per_octave, point.exponent) > above;
  });
  if (next == end) return {k_mask[std::size(k_mask) - 1].least, k_infinite};
  const Breakpoint& from = *(next - 1);
  const double start = std::log(breakpoint_ratio(bands_per_octave, from.exponent));
  const double share =
      (std::log(above) - start) / (std::log(breakpoint_ratio(bands_per_octave, next->exponent)) - start);
  return {between(from.least, next->least, share), between(from.most, next->most, share)};
}

std::optional<std::vector<Biquad>> design_third_octave(int third, double rate_hz) {
  const double mid_hz = midband_hz(third);
  if (upper_edge_hz(third) >= rate_hz / 2) return std::nullopt;
  const bool steep = upper_edge_hz(third) > k_steep_share_of_rate * rate_hz;
  for (int order = steep ? k_steep_order : k_lowest_order; order <= k_highest_order; ++order) {
    const BandPass filter = with_effective_width(order, mid_hz, rate_hz);
    if (!meets_mask(filter, mid_hz, rate_hz)) continue;
    auto sections = sections_of(filter);
    normalise(sections, 2 * pi * mid_hz / rate_hz);
    return sections;
  }
  return std::nullopt;
}

std::vector<Biquad> design_decimator() {
  std::vector<Biquad> sections;
  const double cut_off = std::tan(pi * k_decimator_cut_off);
  for (int k = 0; k < k_decimator_order / 2; ++k) {
    const Complex pole = bilinear(cut_off * prototype_pole(k_decimator_order, k));
    sections.push_back({1, 2, 1, -2 * pole.real(), std::norm(pole)});
  }
  normalise(sections, 0);
  return sections;
}

}  // namespace preshift
