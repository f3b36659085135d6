#pragma once

#include "lanes.hpp"
#include "time_weighting.hpp"

#include <cstddef>
#include <limits>

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

/// Squares, averages and looks for extremes.
///
/// Energies are taken by groups of eight samples from 48 kHz on (and wherever that is at most 170 us), else
/// of four, with the same weight for all samples of a group; the extremes of F and S are those at the ends of
/// groups. A sample's weight is thus off by at most half a group, and an extreme is seen within one group: F
/// is right within 0.008 dB at 48 kHz and 0.02 dB at 8 kHz, S within an eighth of that, whatever the sound.
class LevelDetector {
 public:
  explicit LevelDetector(double rate_hz);

  /// Samples of a group; a multiple of four.
  [[nodiscard]] std::size_t group() const { return m_group; }

  /// `count` samples as they came, A-weighted and C-weighted. Unless it is the end, a multiple of group().
  /// `offset` is taken off the unweighted ones.
  LevelTally observe(const float* samples, const float* a_weighted, const float* c_weighted,
                     std::size_t count, float offset);

  /// A and C, the mean of what was heard so far with the time weighting F.
  [[nodiscard]] Double2 fast() const { return m_state.fast.mean_so_far(); }

 private:
  struct State {
    TimeWeighting fast, slow;
    std::size_t samples = 0;
  };
  struct Extremes {
    Double2 highest_fast{}, highest_slow{};
    Double2 lowest_fast, lowest_slow;
    void take(const State& state);
  };

  std::size_t m_group;
  std::size_t m_fast_start, m_slow_start;  ///< samples from when on the lowest level counts
  State m_state;
};

}  // namespace preshift
