#include "level_detector.hpp"

#include "quarters.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace preshift {
namespace {

constexpr double k_longest_group_seconds = 170e-6;
constexpr std::size_t k_smallest_group = 4;
constexpr std::size_t k_largest_group = 8;
constexpr double k_time_constants_before_lowest = 2;

std::size_t group_of(double rate_hz) {
  return k_largest_group <= k_longest_group_seconds * rate_hz ? k_largest_group : k_smallest_group;
}

std::size_t multiple_near(double samples, std::size_t of) {
  return of * static_cast<std::size_t>(std::lround(samples / static_cast<double>(of)));
}

std::size_t start_of(double rate_hz, double time_constant_seconds) {
  return static_cast<std::size_t>(
      std::lround(k_time_constants_before_lowest * time_constant_seconds * rate_hz));
}

Double2 as_doubles(float first, float second) {
  return Double2{static_cast<double>(first), static_cast<double>(second)};
}

struct Unweighted {
  Float4 sum{}, squares{}, lowest, highest;

  explicit Unweighted(Float4 first) : lowest(first), highest(first) {}

  void take(Float4 x, Float4 offset) {
    const Float4 sound = x - offset;
    sum += sound;
    squares += sound * sound;
    lowest = smaller(lowest, x);
    highest = larger(highest, x);
  }

  void tell(LevelTally& tally) const {
    const Double2 both = sums(sum, squares);
    tally.sum = both[0];
    tally.squares = both[1];
    tally.lowest = smallest(lowest);
    tally.highest = largest(highest);
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

LevelDetector::LevelDetector(double rate_hz, double tick_samples)
    : m_group(group_of(rate_hz)),
      m_tick_samples(multiple_near(tick_samples, k_quarters * m_group)),
      m_fast_start(start_of(rate_hz, k_fast_seconds)),
      m_slow_start(start_of(rate_hz, k_slow_seconds)),
      m_energies(m_tick_samples / m_group),
      m_state{TimeWeighting(rate_hz, k_fast_seconds, m_group),
              TimeWeighting(rate_hz, k_slow_seconds, m_group)} {}

/// Of F and S, from the moment on when they count.
struct LevelDetector::Extremes {
  Double2 highest_fast{}, highest_slow{};
  Double2 lowest_fast, lowest_slow;
  bool fast_counts, slow_counts;

  Extremes(bool fast, bool slow)
      : lowest_fast(all2(fast ? INFINITY : -INFINITY)),
        lowest_slow(all2(slow ? INFINITY : -INFINITY)),
        fast_counts(fast),
        slow_counts(slow) {}

  void take(const State& state) {
    highest_fast = larger(highest_fast, state.fast.value());
    highest_slow = larger(highest_slow, state.slow.value());
    // The mean so far is never below the value, so that most groups need no division.
    if (!any_below(state.fast.value(), lowest_fast, state.slow.value(), lowest_slow)) return;
    lowest_fast = smaller(lowest_fast, state.fast.mean_so_far());
    lowest_slow = smaller(lowest_slow, state.slow.mean_so_far());
  }

  void tell(LevelTally& tally) const {
    tally.highest_fast = highest_fast;
    tally.highest_slow = highest_slow;
    if (fast_counts) tally.lowest_fast = lowest_fast;
    if (slow_counts) tally.lowest_slow = lowest_slow;
  }
};

/// The energies of the groups into the order of time; all else into the tally.
LevelTally LevelDetector::take(const WeightedSamples& tick, float offset) {
  const std::size_t groups = m_energies.size() / k_quarters;
  Float4 a_peaks{};
  Float4 c_peaks{};
  Unweighted unweighted(load4(tick.unweighted));
  for (std::size_t group = 0; group < groups; ++group) {
    Float4 a_sum{};
    Float4 c_sum{};
    const std::size_t first = group * m_group * k_quarters;
    for (std::size_t i = first; i < first + m_group * k_quarters; i += k_quarters) {
      const Float4 a = load4(tick.a + i);
      const Float4 c = load4(tick.c + i);
      a_peaks = larger(a_peaks, a * a);
      c_peaks = larger(c_peaks, c * c);
      a_sum += a * a;
      c_sum += c * c;
      unweighted.take(load4(tick.unweighted + i), all4(offset));
    }
    const Float4 first_pairs = __builtin_shufflevector(a_sum, c_sum, 0, 4, 1, 5);
    const Float4 last_pairs = __builtin_shufflevector(a_sum, c_sum, 2, 6, 3, 7);
    m_energies[group] = {first_pairs[0], first_pairs[1]};
    m_energies[groups + group] = {first_pairs[2], first_pairs[3]};
    m_energies[2 * groups + group] = {last_pairs[0], last_pairs[1]};
    m_energies[3 * groups + group] = {last_pairs[2], last_pairs[3]};
  }
  LevelTally tally;
  tally.highest_square = as_doubles(largest(a_peaks), largest(c_peaks));
  unweighted.tell(tally);
  return tally;
}

LevelTally LevelDetector::weigh(std::span<const Energies> groups) {
  LevelTally tally;
  State state = m_state;
  Extremes extremes(state.samples >= m_fast_start, state.samples >= m_slow_start);
  const Double2 per_sample = all2(1 / static_cast<double>(m_group));
  for (const Energies& group : groups) {
    const Double2 energies = as_doubles(group[0], group[1]);
    tally.energy += energies;
    state.fast.add(energies * per_sample);
    state.slow.add(energies * per_sample);
    extremes.take(state);
  }
  extremes.tell(tally);
  tally.samples = groups.size() * m_group;
  state.samples += tally.samples;
  m_state = state;
  return tally;
}

std::array<LevelTally, 2> LevelDetector::observe(const WeightedSamples& tick, std::size_t split,
                                                 float offset) {
  const LevelTally whole = take(tick, offset);
  const std::span<const Energies> groups = m_energies;
  std::array<LevelTally, 2> parts{weigh(groups.first(split / m_group)),
                                  weigh(groups.subspan(split / m_group))};
  parts[0] += whole;
  return parts;
}

LevelTally LevelDetector::observe_rest(const WeightedSamples& rest, std::size_t count, float offset) {
  LevelTally tally;
  Extremes extremes(m_state.samples >= m_fast_start, m_state.samples >= m_slow_start);
  for (std::size_t first = 0; first < count; first += m_group) {
    const std::size_t end = std::min(first + m_group, count);
    Double2 energies{};
    for (std::size_t i = first; i < end; ++i) {
      const Double2 weighted = as_doubles(rest.a[i], rest.c[i]);
      const auto sound = static_cast<double>(rest.unweighted[i] - offset);
      energies += weighted * weighted;
      tally.highest_square = larger(tally.highest_square, weighted * weighted);
      tally.sum += sound;
      tally.squares += sound * sound;
      tally.lowest = std::min(tally.lowest, rest.unweighted[i]);
      tally.highest = std::max(tally.highest, rest.unweighted[i]);
    }
    tally.energy += energies;
    const std::size_t samples = end - first;
    m_state.fast.add(energies / all2(static_cast<double>(samples)), samples);
    m_state.slow.add(energies / all2(static_cast<double>(samples)), samples);
    extremes.take(m_state);
  }
  extremes.tell(tally);
  tally.samples = count;
  m_state.samples += count;
  return tally;
}

}  // namespace preshift
