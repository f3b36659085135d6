#include "weighting_filter.hpp"

#include "frequency_weighting.hpp"

namespace preshift {
namespace {

Float4 all4_of(double value) {
  return all4(static_cast<float>(value));
}

float mean(const float* samples, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(samples[i]);
  return static_cast<float>(sum / static_cast<double>(count));
}

}  // namespace

WeightingFilter::Pole::Pole(double pole)
    : p(all4_of(pole)), p2(all4_of(pole * pole)), p4(all4_of(pole * pole * pole * pole)) {}

inline Float4 WeightingFilter::Pole::operator()(Float4 x) {
  const Float4 w = x + p * one_earlier(input, x);
  output = p4 * output + (w + p2 * two_earlier(inner, w));
  inner = w;
  input = x;
  return output;
}

inline Float4 WeightingFilter::HighPass::operator()(Float4 x) {
  const Float4 difference = x - one_earlier(input, x);
  input = x;
  return pole(difference);
}

WeightingFilter::Numerator::Numerator(const std::array<double, 4>& coefficients)
    : b0(all4_of(coefficients[0])),
      b1(all4_of(coefficients[1])),
      b2(all4_of(coefficients[2])),
      b3(all4_of(coefficients[3])) {}

inline Float4 WeightingFilter::Numerator::operator()(Float4 x) {
  const Float4 y =
      (b0 * x + b1 * one_earlier(input, x)) + (b2 * two_earlier(input, x) + b3 * three_earlier(input, x));
  input = x;
  return y;
}

WeightingFilter::WeightingFilter(double rate_hz)
    : m_state([rate_hz] {
        const WeightingFactors factors = design_factors(rate_hz);
        return State{HighPass{Pole(factors.low_pole)},
                     HighPass{Pole(factors.low_pole)},
                     Pole(factors.high_pole),
                     Pole(factors.high_pole),
                     Pole(factors.warping_pole),
                     HighPass{Pole(factors.mid_poles[0])},
                     HighPass{Pole(factors.mid_poles[1])},
                     Numerator(factors.a_numerator),
                     Numerator(factors.c_numerator)};
      }()) {}

void WeightingFilter::filter(const float* samples, std::size_t count, float* a_weighted, float* c_weighted) {
  if (count == 0) return;
  if (!m_state.started) m_state.low1.input = all4(mean(samples, count));
  m_state.started = true;
  // Three loops and not one: a short loop's next rounds begin before its last one is through all its
  // sections.
  pass_low(samples, count, a_weighted);
  pass_high(a_weighted, count);
  pass_mid(count, a_weighted, c_weighted);
}

// The sections are copied so that they stay in registers.

void WeightingFilter::pass_low(const float* samples, std::size_t count, float* low_passed) {
  HighPass first = m_state.low1;
  HighPass second = m_state.low2;
  for (std::size_t i = 0; i < count; i += 4) store4(low_passed + i, second(first(load4(samples + i))));
  m_state.low1 = first;
  m_state.low2 = second;
}

void WeightingFilter::pass_high(float* sound, std::size_t count) {
  Pole first = m_state.high1;
  Pole second = m_state.high2;
  Pole warping = m_state.warping;
  for (std::size_t i = 0; i < count; i += 4) store4(sound + i, warping(second(first(load4(sound + i)))));
  m_state.high1 = first;
  m_state.high2 = second;
  m_state.warping = warping;
}

void WeightingFilter::pass_mid(std::size_t count, float* a_weighted, float* c_weighted) {
  HighPass first = m_state.mid1;
  HighPass second = m_state.mid2;
  Numerator a = m_state.a;
  Numerator c = m_state.c;
  for (std::size_t i = 0; i < count; i += 4) {
    const Float4 x = load4(a_weighted + i);
    store4(c_weighted + i, c(x));
    store4(a_weighted + i, a(second(first(x))));
  }
  m_state.mid1 = first;
  m_state.mid2 = second;
  m_state.a = a;
  m_state.c = c;
}

}  // namespace preshift
