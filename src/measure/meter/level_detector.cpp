#include "level_detector.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr double k_longest_group_seconds = 170e-6;
constexpr std::size_t k_smallest_group = 4;
constexpr std::size_t k_largest_group = 8;
constexpr double k_time_constants_before_lowest = 2;

std::size_t group_of(double rate_hz) {
  return k_largest_group <= k_longest_group_seconds * rate_hz ? k_largest_group : k_smallest_group;
}

std::size_t start_of(double rate_hz, double time_constant_seconds) {
  return static_cast<std::size_t>(
      std::lround(k_time_constants_before_lowest * time_constant_seconds * rate_hz));
}

bool any_below(Double2 values, Double2 bounds) {
  return values[0] < bounds[0] || values[1] < bounds[1];
}

Double2 as_doubles(float first, float second) {
  return Double2{static_cast<double>(first), static_cast<double>(second)};
}

struct Unweighted {
  Float4 sum{}, squares{}, lowest, highest;

  void take(Float4 x, Float4 offset) {
    const Float4 sound = x - offset;
    sum += sound;
    squares += sound * sound;
    lowest = smaller(lowest, x);
    highest = larger(highest, x);
  }
};

}  // namespace

LevelTally& LevelTally::operator+=(const LevelTally& next) {
  samples += next.samples;
  energy += next.energy;
  highest_fast = larger(highest_fast, next.highest_fast);
  highest_slow = larger(highest_slow, next.highest_slow);
  lowest_fast = smaller(lowest_fast, next.lowest_fast);
  lowest_slow = smaller(lowest_slow, next.lowest_slow);
  highest_square = larger(highest_square, next.highest_square);
  sum += next.sum;
  squares += next.squares;
  lowest = std::min(lowest, next.lowest);
  highest = std::max(highest, next.highest);
  return *this;
}

LevelDetector::LevelDetector(double rate_hz)
    : m_group(group_of(rate_hz)),
      m_fast_start(start_of(rate_hz, k_fast_seconds)),
      m_slow_start(start_of(rate_hz, k_slow_seconds)),
      m_state{TimeWeighting(rate_hz, k_fast_seconds, m_group),
              TimeWeighting(rate_hz, k_slow_seconds, m_group)} {}

inline void LevelDetector::Extremes::take(const State& state) {
  highest_fast = larger(highest_fast, state.fast.value());
  highest_slow = larger(highest_slow, state.slow.value());
  // The mean so far is never below the value, so that most groups need no division.
  if (any_below(state.fast.value(), lowest_fast))
    lowest_fast = smaller(lowest_fast, state.fast.mean_so_far());
  if (any_below(state.slow.value(), lowest_slow))
    lowest_slow = smaller(lowest_slow, state.slow.mean_so_far());
}

LevelTally LevelDetector::observe(const float* samples, const float* a_weighted, const float* c_weighted,
                                  std::size_t count, float offset) {
  LevelTally tally;
  if (count == 0) return tally;
  State state = m_state;
  const auto start = [](bool counts) { return all2(counts ? INFINITY : -INFINITY); };
  Extremes extremes{{}, {}, start(state.samples >= m_fast_start), start(state.samples >= m_slow_start)};
  Unweighted unweighted{{}, {}, all4(samples[0]), all4(samples[0])};
  Float4 a_peaks{};
  Float4 c_peaks{};
  const Double2 per_sample = all2(1 / static_cast<double>(m_group));
  const std::size_t whole = count - count % m_group;
  for (std::size_t first = 0; first < whole; first += m_group) {
    Float4 a_sum{};
    Float4 c_sum{};
    for (std::size_t i = first; i < first + m_group; i += 4) {
      const Float4 a = load4(a_weighted + i);
      const Float4 c = load4(c_weighted + i);
      a_peaks = larger(a_peaks, a * a);
      c_peaks = larger(c_peaks, c * c);
      a_sum += a * a;
      c_sum += c * c;
      unweighted.take(load4(samples + i), all4(offset));
    }
    const Double2 energies = sums(a_sum, c_sum);
    tally.energy += energies;
    state.fast.add(energies * per_sample);
    state.slow.add(energies * per_sample);
    extremes.take(state);
  }
  tally.highest_square = as_doubles(largest(a_peaks), largest(c_peaks));
  const Double2 unweighted_sums = sums(unweighted.sum, unweighted.squares);
  tally.sum = unweighted_sums[0];
  tally.squares = unweighted_sums[1];
  tally.lowest = smallest(unweighted.lowest);
  tally.highest = largest(unweighted.highest);
  if (whole < count) {
    Double2 energies{};
    for (std::size_t i = whole; i < count; ++i) {
      const double a = static_cast<double>(a_weighted[i]);
      const double c = static_cast<double>(c_weighted[i]);
      const double z = static_cast<double>(samples[i] - offset);
      energies += Double2{a * a, c * c};
      tally.highest_square = larger(tally.highest_square, Double2{a * a, c * c});
      tally.sum += z;
      tally.squares += z * z;
      tally.lowest = std::min(tally.lowest, samples[i]);
      tally.highest = std::max(tally.highest, samples[i]);
    }
    tally.energy += energies;
    state.fast.add(energies / all2(static_cast<double>(count - whole)), count - whole);
    state.slow.add(energies / all2(static_cast<double>(count - whole)), count - whole);
    extremes.take(state);
  }
  tally.samples = count;
  tally.highest_fast = extremes.highest_fast;
  tally.highest_slow = extremes.highest_slow;
  if (state.samples >= m_fast_start) tally.lowest_fast = extremes.lowest_fast;
  if (state.samples >= m_slow_start) tally.lowest_slow = extremes.lowest_slow;
  state.samples += count;
  m_state = state;
  return tally;
}

}  // namespace preshift
