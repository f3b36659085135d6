#include "level_histogram.hpp"

#include <algorithm>

namespace preshift {
namespace {

constexpr auto k_bins = static_cast<std::size_t>(
    (LevelHistogram::k_highest_db - LevelHistogram::k_lowest_db) / LevelHistogram::k_bin_db + 0.5);

std::size_t bin_of(double level_db) {
  const double bin = (level_db - LevelHistogram::k_lowest_db) / LevelHistogram::k_bin_db;
  return std::min(static_cast<std::size_t>(bin), k_bins - 1);
}

}  // namespace

LevelHistogram::LevelHistogram() : m_bins(k_bins) {}

void LevelHistogram::add(double level_db) {
  const double level = std::clamp(level_db, k_lowest_db, k_highest_db);
  ++m_bins[bin_of(level)];
  m_lowest_seen = m_count == 0 ? level : std::min(m_lowest_seen, level);
  m_highest_seen = m_count == 0 ? level : std::max(m_highest_seen, level);
  ++m_count;
  const double deviation = level - m_mean;
  m_mean += deviation / static_cast<double>(m_count);
  m_squares += deviation * (level - m_mean);
}

double LevelHistogram::quantile(double share) const {
  if (m_bins.front() > 0 && share * static_cast<double>(m_count) <= m_bins.front()) return k_lowest_db;
  const double wanted = std::clamp(share, 0.0, 1.0) * static_cast<double>(m_count);
  double below = 0;
  for (std::size_t bin = bin_of(m_lowest_seen); bin <= bin_of(m_highest_seen); ++bin) {
    const double inside = m_bins[bin];
    if (inside > 0 && below + inside >= wanted) {
      const double level = k_lowest_db + k_bin_db * (static_cast<double>(bin) + (wanted - below) / inside);
      return std::clamp(level, m_lowest_seen, m_highest_seen);
    }
    below += inside;
  }
  return m_highest_seen;
}

double LevelHistogram::variance() const {
  return m_count == 0 ? 0 : m_squares / static_cast<double>(m_count);
}

}  // namespace preshift
