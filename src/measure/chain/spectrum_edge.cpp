#include "spectrum_edge.hpp"

#include "decibel.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr double k_band_hz = 200;
constexpr double k_sound_over_floor_db = 6;
constexpr double k_rounding_noise_dbfs = -101.1;  ///< of 16 bits: a step over the root of 12
constexpr double k_least_energy = 1e-17;          ///< a frame below is digital silence
constexpr std::size_t k_beside_edge = 4;          ///< bands just below and just above, one left out between
constexpr double k_least_fall_db = 15;
constexpr double k_cut_over_floor_db = 15;  ///< what is cut must be sound, not the skirts of a rounded tone
constexpr double k_lowest_edge_hz = 2500;   ///< below, sounds fall as steeply by themselves
constexpr double k_rest_over_above_db = 6;  ///< what lies further up must be as empty
constexpr std::size_t k_fewest_frames = 40;

}  // namespace

SpectrumEdge::SpectrumEdge(double rate_hz, std::size_t frame_size) {
  const double bin_hz = rate_hz / static_cast<double>(frame_size);
  m_bins_per_band = std::max(std::size_t{1}, static_cast<std::size_t>(std::lround(k_band_hz / bin_hz)));
  m_band_hz = bin_hz * static_cast<double>(m_bins_per_band);
  m_floor_dbfs = k_rounding_noise_dbfs + level_of_energy(1.5 * m_band_hz / (rate_hz / 2));
  m_sums.resize(frame_size / 2 / m_bins_per_band);
}

void SpectrumEdge::add(std::span<const float> energies) {
  double whole = 0;
  for (const float energy : energies) whole += static_cast<double>(energy);
  if (whole < k_least_energy) return;
  for (std::size_t band = 0; band < m_sums.size(); ++band) {
    double sum = k_least_energy;
    for (const float energy : energies.subspan(band * m_bins_per_band, m_bins_per_band))
      sum += static_cast<double>(energy);
    m_sums[band] += std::log10(sum);
  }
  ++m_frames;
}

double SpectrumEdge::level(std::size_t band) const {
  return 10 * m_sums[band] / static_cast<double>(m_frames);
}

/// Mean of the bands' levels.
double SpectrumEdge::level_of(std::size_t first, std::size_t bands) const {
  double sum = 0;
  for (std::size_t band = first; band < first + bands; ++band) sum += level(band);
  return sum / static_cast<double>(bands);
}

std::optional<SpectrumEnd> SpectrumEdge::end() const {
  if (m_frames < k_fewest_frames) return std::nullopt;
  std::size_t top = m_sums.size();
  while (top > 0 && level(top - 1) < m_floor_dbfs + k_sound_over_floor_db) --top;
  if (top == 0) return std::nullopt;
  SpectrumEnd end{static_cast<double>(top) * m_band_hz, 0};
  const auto lowest = static_cast<std::size_t>(k_lowest_edge_hz / m_band_hz);
  for (std::size_t edge = std::max(lowest, k_beside_edge + 1); edge + k_beside_edge < m_sums.size(); ++edge) {
    const double above = level_of(edge + 1, k_beside_edge);
    const double below = level_of(edge - 1 - k_beside_edge, k_beside_edge);
    const double fall = below - above;
    const double rest = level_of(edge + 1, m_sums.size() - edge - 1);
    if (fall < std::max(k_least_fall_db, end.fall_db) || rest > above + k_rest_over_above_db) continue;
    if (below < m_floor_dbfs + k_cut_over_floor_db) continue;
    end = {static_cast<double>(edge) * m_band_hz, fall};
  }
  return end;
}

}  // namespace preshift
