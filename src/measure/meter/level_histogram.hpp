#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace preshift {

/// Levels counted in bins of k_bin_db, in constant memory: percentiles without keeping the levels.
/// Interpolated inside a bin, but for the lowest one, and never outside the levels seen, so that a steady
/// level is exact.
class LevelHistogram {
 public:
  static constexpr double k_lowest_db = -160;  ///< lower levels count as this one
  static constexpr double k_highest_db = 100;  ///< higher ones too; only floating-point files can hold them
  static constexpr double k_bin_db = 0.025;

  LevelHistogram();

  void add(double level_db);

  [[nodiscard]] std::size_t count() const { return m_count; }

  /// The level below which this share (0 to 1) of the levels lies. At least one level must have been added.
  [[nodiscard]] double quantile(double share) const;

  /// Of the levels, in dB squared; 0 when there are none.
  [[nodiscard]] double variance() const;

 private:
  std::vector<std::uint32_t> m_bins;
  std::size_t m_count = 0;
  double m_lowest_seen = 0;
  double m_highest_seen = 0;
  double m_mean = 0;
  double m_squares = 0;  ///< sum of squared deviations from the mean (Welford)
};

}  // namespace preshift
