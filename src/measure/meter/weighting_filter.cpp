#include "weighting_filter.hpp"

#include "frequency_weighting.hpp"
#include "quarters.hpp"

#include <bit>

namespace preshift {
namespace {

Float4 all4_of(double value) {
  return all4(static_cast<float>(value));
}

std::array<Float4, 4> all4_of(const std::array<double, 4>& values) {
  return {all4_of(values[0]), all4_of(values[1]), all4_of(values[2]), all4_of(values[3])};
}

float mean(const float* samples, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(samples[i]);
  return static_cast<float>(sum / static_cast<double>(count));
}

Float4 numerator(const std::array<Float4, 4>& b, Float4 now, Float4 one_ago, Float4 two_ago,
                 Float4 three_ago) {
  return (b[0] * now + b[1] * one_ago) + (b[2] * two_ago + b[3] * three_ago);
}

}  // namespace

template <class Number>
struct WeightingFilter::Memory {
  // The sections come first.
  Number low1, low2, high1, high2, warping, mid1, mid2;
  Number warping_one_ago, warping_two_ago, warping_three_ago, mid_one_ago, mid_two_ago, mid_three_ago;

  /// Every part by one sample. The high-passes are fed with differences, which are exact where neighbours are
  /// close.
  void advance_low(const Poles<Number>& poles, Number difference) {
    const Number before = low1;
    low1 = poles.low * low1 + difference;
    low2 = poles.low * low2 + (low1 - before);
  }
  void advance_high(const Poles<Number>& poles) {
    warping_three_ago = warping_two_ago;
    warping_two_ago = warping_one_ago;
    warping_one_ago = warping;
    high1 = poles.high * high1 + low2;
    high2 = poles.high * high2 + high1;
    warping = poles.warping * warping + high2;
  }
  void advance_mid(const Poles<Number>& poles) {
    mid_three_ago = mid_two_ago;
    mid_two_ago = mid_one_ago;
    mid_one_ago = mid2;
    const Number before = mid1;
    mid1 = poles.mid1 * mid1 + (warping - warping_one_ago);
    mid2 = poles.mid2 * mid2 + (mid1 - before);
  }
};

WeightingFilter::WeightingFilter(double rate_hz, std::size_t tick_samples)
    : m_steps(tick_samples / k_quarters) {
  const WeightingFactors factors = design_factors(rate_hz);
  m_a = all4_of(factors.a_numerator);
  m_c = all4_of(factors.c_numerator);
  const Poles<double> poles{factors.low_pole, factors.high_pole, factors.warping_pole, factors.mid_poles[0],
                            factors.mid_poles[1]};
  m_poles = {all4_of(poles.low), all4_of(poles.high), all4_of(poles.warping), all4_of(poles.mid1),
             all4_of(poles.mid2)};
  for (std::size_t section = 0; section < k_sections; ++section) {
    std::array<double, k_memories> one{};
    one[section] = 1;
    auto memory = std::bit_cast<Memory<double>>(one);
    for (std::size_t i = 0; i < m_steps; ++i) {
      memory.advance_low(poles, 0);
      memory.advance_high(poles);
      memory.advance_mid(poles);
    }
    const auto left = std::bit_cast<std::array<double, k_memories>>(memory);
    for (std::size_t k = 0; k < k_memories; ++k) m_fading[section][k] = static_cast<float>(left[k]);
  }
}

/// `before`: the sample ahead of each quarter. Every part works a sample behind the one that feeds it, so
/// that none of them has to wait.
template <bool write>
inline void WeightingFilter::run(const float* samples, Float4 before, Memory<Float4>& memory,
                                 Outputs to) const {
  Memory<Float4> m = memory;
  const Poles<Float4> poles = m_poles;
  const auto low = [&](std::size_t i) {
    const Float4 x = load4(samples + k_quarters * i);
    m.advance_low(poles, x - before);
    before = x;
  };
  const auto high = [&](std::size_t i) {
    m.advance_high(poles);
    if (write)
      store4(to.c_weighted + k_quarters * i,
             numerator(m_c, m.warping, m.warping_one_ago, m.warping_two_ago, m.warping_three_ago));
  };
  const auto mid = [&](std::size_t i) {
    m.advance_mid(poles);
    if (write)
      store4(to.a_weighted + k_quarters * i,
             numerator(m_a, m.mid2, m.mid_one_ago, m.mid_two_ago, m.mid_three_ago));
  };
  low(0);
  high(0);
  low(1);
  for (std::size_t i = 2; i < m_steps; ++i) {
    mid(i - 2);
    high(i - 1);
    low(i);
  }
  mid(m_steps - 2);
  high(m_steps - 1);
  mid(m_steps - 1);
  memory = m;
}

/// From what the first run left at the ends to what stands at the beginnings.
void WeightingFilter::correct_beginnings(Memory<Float4>& ends) const {
  auto lanes = std::bit_cast<std::array<Float4, k_memories>>(ends);
  Vector now = m_memory;
  for (std::size_t quarter = 0; quarter < k_quarters; ++quarter) {
    Vector next{};
    for (std::size_t k = 0; k < k_memories; ++k) next[k] = lanes[k][quarter];
    for (std::size_t section = 0; section < k_sections; ++section)
      for (std::size_t k = 0; k < k_memories; ++k) next[k] += m_fading[section][k] * now[section];
    for (std::size_t k = 0; k < k_memories; ++k) lanes[k][quarter] = now[k];
    now = next;
  }
  ends = std::bit_cast<Memory<Float4>>(lanes);
}

void WeightingFilter::filter(const float* samples, float* a_weighted, float* c_weighted) {
  if (!m_started) m_last_sample = mean(samples, k_quarters * m_steps);
  m_started = true;
  const Float4 last_samples = load4(samples + k_quarters * (m_steps - 1));
  const Float4 before = one_earlier(all4(m_last_sample), last_samples);
  Memory<Float4> memory{};
  run<false>(samples, before, memory, {});
  correct_beginnings(memory);
  run<true>(samples, before, memory, {a_weighted, c_weighted});
  const auto lanes = std::bit_cast<std::array<Float4, k_memories>>(memory);
  for (std::size_t k = 0; k < k_memories; ++k) m_memory[k] = lanes[k][k_quarters - 1];
  m_last_sample = last_samples[k_quarters - 1];
}

}  // namespace preshift
