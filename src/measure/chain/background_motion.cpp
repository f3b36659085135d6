#include "background_motion.hpp"

#include "decibel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace preshift {
namespace {

constexpr double k_block_seconds = 0.1;
constexpr double k_lowest_hz = 200;
constexpr double k_highest_hz = 7000;
constexpr double k_highest_share = 0.43;  ///< of the rate

/// Below, and a little above, bands hold the rounding noise of 16 bits rather than sound.
constexpr double k_lowest_dbfs = -125;
constexpr double k_clear_of_floor_db = 10;

/// In blocks: what is compared with each other.
constexpr std::size_t k_beginning = 6;
constexpr std::size_t k_settled = 16;
constexpr std::size_t k_settled_blocks = 16;
constexpr std::size_t k_second = 10;
constexpr std::size_t k_step_gap = 1;
constexpr std::size_t k_fewest_movements = 20;

/// Gaussian noise in these bands and blocks stays below.
constexpr double k_steady_spread_db = 1.5;
constexpr double k_steady_after_db = 3;  ///< what a suppressor leaves moves more
constexpr double k_alike_db = 1.2;
constexpr double k_alike_share = 0.1;
constexpr std::size_t k_fewest_bands = 4;

}  // namespace

BackgroundMotion::BackgroundMotion(double rate_hz, std::size_t frame_size) {
  const double bin_hz = rate_hz / static_cast<double>(frame_size);
  const double highest = std::min(k_highest_hz, k_highest_share * rate_hz);
  for (std::size_t i = 0; i <= k_bands; ++i) {
    const double share = static_cast<double>(i) / k_bands;
    m_edges[i] =
        static_cast<std::size_t>(std::ceil(k_lowest_hz / bin_hz * std::pow(highest / k_lowest_hz, share)));
  }
  const double frames = k_block_seconds * rate_hz / (static_cast<double>(frame_size) / 2);
  m_frames_per_block = static_cast<std::size_t>(std::max(1.0, std::round(frames)));
}

void BackgroundMotion::add(std::span<const float> energies) {
  for (std::size_t i = 0; i < k_bands; ++i) {
    double sum = 0;
    for (std::size_t k = m_edges[i]; k < m_edges[i + 1]; ++k) sum += static_cast<double>(energies[k]);
    m_sum[i] += static_cast<float>(std::max(level_of_energy(sum), k_lowest_dbfs));
  }
  if (++m_frames == m_frames_per_block) end_block();
}

void BackgroundMotion::end_block() {
  Block& block = m_blocks[m_count % k_blocks];
  for (std::size_t i = 0; i < k_bands; ++i) block[i] = m_sum[i] / static_cast<float>(m_frames);
  m_sum = {};
  m_frames = 0;
  ++m_count;
  count_movement();
  compare();
}

/// Digital silence does not count as calm.
void BackgroundMotion::count_movement() {
  const Block& block = m_blocks[(m_count - 1) % k_blocks];
  const double mean = std::accumulate(block.begin(), block.end(), 0.0) / k_bands;
  const bool sounds = mean > k_lowest_dbfs + 1;
  if (sounds && m_mean) {
    const auto tenths = static_cast<std::size_t>(10 * std::abs(mean - *m_mean));
    ++m_movements[std::min(tenths, m_movements.size() - 1)];
  }
  m_mean = sounds ? std::optional(mean) : std::nullopt;
}

std::optional<double> BackgroundMotion::restlessness() const {
  const auto total = std::accumulate(m_movements.begin(), m_movements.end(), std::size_t{0});
  if (total < k_fewest_movements) return std::nullopt;
  std::size_t below = 0;
  std::size_t tenths = 0;
  while (2 * (below + m_movements[tenths]) < total) below += m_movements[tenths++];
  return 0.1 * (static_cast<double>(tenths) + 0.5);
}

CommonMotion BackgroundMotion::motion() const {
  CommonMotion motion = m_motion;
  motion.restlessness = restlessness();
  return motion;
}

void BackgroundMotion::compare() {
  if (m_count == k_settled + k_settled_blocks) {
    const auto moved = compared(stretch(1, k_beginning), stretch(k_settled, k_settled_blocks));
    if (moved) m_motion.settling = moved->least;
  }
  if (m_count < 2 * k_second + k_step_gap) return;
  const auto moved =
      compared(stretch(m_count - 2 * k_second - k_step_gap, k_second), stretch(m_count - k_second, k_second));
  if (!moved) return;
  const bool alike = moved->residue < k_alike_db + k_alike_share * std::abs(moved->common);
  const double step = alike ? moved->common : 0;
  if (!m_motion.step || std::abs(step) > std::abs(*m_motion.step)) m_motion.step = step;
}

BackgroundMotion::Stretch BackgroundMotion::stretch(std::size_t first_block, std::size_t blocks) const {
  Stretch result;
  std::array<float, k_blocks> levels;
  for (std::size_t i = 0; i < k_bands; ++i) {
    for (std::size_t j = 0; j < blocks; ++j) levels[j] = m_blocks[(first_block + j) % k_blocks][i];
    const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(blocks / 2);
    const auto end = levels.begin() + static_cast<std::ptrdiff_t>(blocks);
    std::nth_element(levels.begin(), middle, end);
    result.median[i] = *middle;
    for (auto level = levels.begin(); level != end; ++level)
      result.spread += std::abs(static_cast<double>(*level - result.median[i]));
  }
  result.spread /= static_cast<double>(k_bands * blocks);
  return result;
}

BackgroundMotion::Difference BackgroundMotion::difference(const Stretch& before, const Stretch& after) {
  Difference result;
  double squares = 0;
  double lowest = std::numeric_limits<double>::max();
  double highest = -lowest;
  for (std::size_t i = 0; i < k_bands; ++i) {
    const double lower = static_cast<double>(std::min(before.median[i], after.median[i]));
    if (lower < k_lowest_dbfs + k_clear_of_floor_db) continue;
    const double moved = static_cast<double>(after.median[i] - before.median[i]);
    ++result.bands;
    result.common += moved;
    squares += moved * moved;
    lowest = std::min(lowest, moved);
    highest = std::max(highest, moved);
  }
  if (result.bands == 0) return result;
  result.least = lowest > 0 ? lowest : std::min(highest, 0.0);
  const double bands = static_cast<double>(result.bands);
  result.common /= bands;
  result.residue = std::sqrt(std::max(0.0, squares / bands - result.common * result.common));
  return result;
}

std::optional<BackgroundMotion::Difference> BackgroundMotion::compared(const Stretch& before,
                                                                       const Stretch& after) {
  if (before.spread > k_steady_spread_db || after.spread > k_steady_after_db) return std::nullopt;
  const Difference moved = difference(before, after);
  return moved.bands < k_fewest_bands ? std::nullopt : std::optional(moved);
}

}  // namespace preshift
