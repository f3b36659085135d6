#pragma once

#include "lanes.hpp"
#include "time_weighting.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace preshift {

/// What a stretch of sound adds up to; stretches that follow each other can be added. Pairs are A-weighted
/// first, C-weighted second; energies are squares of full scale.
struct LevelTally {
  std::size_t samples = 0;
  Double2 energy{};                  ///< sums of squares
  Double2 highest_fast{};            ///< of the time weighting F
  Double2 highest_slow{};            ///< S
  Double2 lowest_fast = k_infinite;  ///< infinite where it does not count yet
  Double2 lowest_slow = k_infinite;
  Double2 highest_square{};
  double sum = 0;  ///< of the unweighted samples less an offset
  double squares = 0;
  float lowest = std::numeric_limits<float>::infinity();  ///< unweighted sample
  float highest = -std::numeric_limits<float>::infinity();

  LevelTally& operator+=(const LevelTally& next);

  static constexpr Double2 k_infinite = {std::numeric_limits<double>::infinity(),
                                         std::numeric_limits<double>::infinity()};
};

/// The same samples as they came, A-weighted and C-weighted.
struct WeightedSamples {
  const float *unweighted, *a, *c;
};

/// Squares, averages and looks for extremes.
///
/// Energies are taken by groups of eight samples from 48 kHz on (and wherever that is at most 170 us), else
/// of four, with the same weight for all samples of a group; the extremes of F and S are those at the ends of
/// groups. A sample's weight is thus off by at most half a group, and an extreme is seen within one group: F
/// is right within 0.008 dB at 48 kHz and 0.02 dB at 8 kHz, S within an eighth of that, whatever the sound.
class LevelDetector {
 public:
  /// Ticks of about this many samples.
  LevelDetector(double rate_hz, double tick_samples);

  /// Samples of a group.
  [[nodiscard]] std::size_t group() const { return m_group; }

  /// Each quarter of a tick holds whole groups.
  [[nodiscard]] std::size_t tick_samples() const { return m_tick_samples; }

  /// One tick in quarters (quarters.hpp), told in two parts: the first `split` samples, whole groups of them,
  /// and the others. What is not taken by groups is told with the first. `offset` is taken off the unweighted
  /// samples.
  std::array<LevelTally, 2> observe(const WeightedSamples& tick, std::size_t split, float offset);

  /// What is left of the sound, less than a tick, in the order of time.
  LevelTally observe_rest(const WeightedSamples& rest, std::size_t count, float offset);

  /// A and C, the mean of what was heard so far with the time weighting F.
  [[nodiscard]] Double2 fast() const { return m_state.fast.mean_so_far(); }

 private:
  struct State {
    TimeWeighting fast, slow;
    std::size_t samples = 0;
  };
  struct Extremes;

  /// An A- and a C-weighted sum of squares.
  using Energies = std::array<float, 2>;

  LevelTally take(const WeightedSamples& tick, float offset);
  LevelTally weigh(std::span<const Energies> groups);

  std::size_t m_group;
  std::size_t m_tick_samples;
  std::size_t m_fast_start, m_slow_start;  ///< samples from when on the lowest level counts
  std::vector<Energies> m_energies;        ///< of the groups of a tick
  State m_state;
};

}  // namespace preshift
