#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace preshift {

/// Where the spectrum ends.
struct SpectrumEnd {
  double bandwidth_hz = 0;  ///< highest frequency that holds sound
  double fall_db = 0;       ///< how much less there is 1 kHz above it than below, when that is 15 dB or more
};

/// The mean level, over time and in dB, of bands of equal width: a rare click weighs little. The spectrum
/// ends at its steepest fall of at least 15 dB with nothing above, or where it sinks into the rounding noise
/// of 16 bits.
class SpectrumEdge {
 public:
  SpectrumEdge(double rate_hz, std::size_t frame_size);

  /// Consecutive energies of frame_size / 2 bins.
  void add(std::span<const float> energies);

  /// None without sound.
  [[nodiscard]] std::optional<SpectrumEnd> end() const;

 private:
  [[nodiscard]] double level(std::size_t band) const;
  [[nodiscard]] double level_of(std::size_t first, std::size_t bands) const;

  std::size_t m_bins_per_band;
  double m_band_hz;
  double m_floor_dbfs;
  std::vector<double> m_sums;
  std::size_t m_frames = 0;
};

}  // namespace preshift
