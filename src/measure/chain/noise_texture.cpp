#include "noise_texture.hpp"

#include "decibel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace preshift {
namespace {

constexpr double k_lowest_hz = 200;
constexpr double k_highest_hz = 7400;     ///< above, lossy files have holes of their own
constexpr double k_highest_share = 0.43;  ///< of the rate
constexpr double k_lowest_dbfs = -100;    ///< below, 16 bits hold steps rather than a sound
constexpr double k_level_step_db = 2;
constexpr double k_shortest_seconds = 1;
constexpr float k_most_of_a_spot = 40;

/// Neighbours whose windows overlap a spot's are no measure of it.
constexpr std::size_t k_time_guard = 1;
constexpr std::size_t k_frequency_reach = 8;
constexpr std::size_t k_frequency_guard = 2;

/// Mean square over squared mean of a spot over its neighbours' mean, for Gaussian noise, this window and
/// these neighbours, by simulation. Without them it would be 2.
constexpr double k_of_noise = 2.52;

}  // namespace

NoiseTexture::NoiseTexture(double rate_hz, std::size_t frame_size)
    : m_seconds_per_frame(static_cast<double>(frame_size) / 2 / rate_hz) {
  const double bin_hz = rate_hz / static_cast<double>(frame_size);
  m_first_bin = static_cast<std::size_t>(std::ceil(k_lowest_hz / bin_hz));
  m_bins = static_cast<std::size_t>(std::min(k_highest_hz, k_highest_share * rate_hz) / bin_hz) - m_first_bin;
  m_ring.resize(k_ring * m_bins);
  m_spots.resize(m_bins);
  m_sums.resize(m_bins + 1);
}

std::span<const float> NoiseTexture::frame(std::size_t age) const {
  const std::size_t place = (m_frames - 1 - age) % k_ring;
  return {m_ring.data() + place * m_bins, m_bins};
}

void NoiseTexture::add(std::span<const float> energies) {
  const auto sounding = energies.subspan(m_first_bin, m_bins);
  std::copy(sounding.begin(), sounding.end(), m_ring.begin() + (m_frames % k_ring) * m_bins);
  ++m_frames;
  if (m_frames >= k_ring) take_spots();
}

void NoiseTexture::take_spots() {
  const auto centre = frame(k_reach);
  const double level = level_of_energy(std::accumulate(centre.begin(), centre.end(), 0.0));
  if (level < k_lowest_dbfs) return;
  const auto step = static_cast<std::size_t>((level - k_lowest_dbfs) / k_level_step_db);
  Level& place = m_levels[std::min(step, k_levels - 1)];
  divide_by_time();
  divide_by_frequency(&place.bands);
  ++place.frames;
}

void NoiseTexture::divide_by_time() {
  std::fill(m_spots.begin(), m_spots.end(), 0.0F);
  for (std::size_t age = 0; age < k_ring; ++age) {
    if (age + k_time_guard >= k_reach && age <= k_reach + k_time_guard) continue;
    const auto neighbour = frame(age);
    for (std::size_t k = 0; k < m_bins; ++k) m_spots[k] += neighbour[k];
  }
  const auto centre = frame(k_reach);
  for (std::size_t k = 0; k < m_bins; ++k) m_spots[k] = m_spots[k] > 0 ? centre[k] / m_spots[k] : 0;
}

void NoiseTexture::divide_by_frequency(Bands* bands) {
  std::partial_sum(m_spots.begin(), m_spots.end(), m_sums.begin() + 1);
  const std::size_t last = m_bins - k_frequency_reach;
  for (std::size_t k = k_frequency_reach; k < last; ++k) {
    const double around = m_sums[k + k_frequency_reach + 1] - m_sums[k - k_frequency_reach];
    const double guard = m_sums[k + k_frequency_guard + 1] - m_sums[k - k_frequency_guard];
    const double neighbours = (around - guard) / (2.0 * (k_frequency_reach - k_frequency_guard));
    if (neighbours <= 0) continue;
    const double spot = std::min(m_spots[k] / static_cast<float>(neighbours), k_most_of_a_spot);
    Moments& moments = (*bands)[(k - k_frequency_reach) * k_bands / (last - k_frequency_reach)];
    moments.count += 1;
    moments.sum += spot;
    moments.squares += spot * spot;
  }
}

std::optional<SpotSpread> NoiseTexture::spread(double share) const {
  std::size_t frames = 0;
  for (const Level& level : m_levels) frames += level.frames;
  const double wanted = share * static_cast<double>(frames);
  Bands bands;
  std::size_t taken = 0;
  for (const Level& level : m_levels) {
    if (static_cast<double>(taken) >= wanted) break;
    taken += level.frames;
    for (std::size_t i = 0; i < k_bands; ++i) {
      bands[i].count += level.bands[i].count;
      bands[i].sum += level.bands[i].sum;
      bands[i].squares += level.bands[i].squares;
    }
  }
  const double seconds = static_cast<double>(taken) * m_seconds_per_frame;
  if (seconds < k_shortest_seconds) return std::nullopt;
  std::array<double, k_bands> ratios{};
  for (std::size_t i = 0; i < k_bands; ++i)
    ratios[i] = bands[i].sum > 0 ? bands[i].squares * bands[i].count / (bands[i].sum * bands[i].sum) : 0;
  std::sort(ratios.begin(), ratios.end());
  const double median = (ratios[k_bands / 2 - 1] + ratios[k_bands / 2]) / 2;
  return SpotSpread{median / k_of_noise - 1, seconds};
}

}  // namespace preshift
