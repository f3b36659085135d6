#include "sample_faults.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_shortest_flat_run = 3;
constexpr float k_hair = 1e-4F;    ///< of the extreme: equal but for what a gain rounds
constexpr float k_corner = 1e-3F;  ///< of the extreme: a sine of three samples within a hair bends by 2e-4
constexpr float k_least_extreme = 0.003F;  ///< 100 steps of 16 bits
constexpr std::size_t k_fewest_runs = 3;   ///< on each side
constexpr std::size_t k_more_than_others = 4;

constexpr float k_far_from_zero = 8;  ///< times the smallest step

constexpr std::uint32_t k_hash_base = 0x01000193;
constexpr std::uint32_t k_mixer = 0x9E3779B1;
constexpr int k_table_shift = 20;
constexpr std::size_t k_fewest_changes = 32;
/// Three rounded samples, one of them weighted by up to 2, are off by 6/12 of a step squared; a tone that
/// repeats has the same errors over and over: four times that.
constexpr double k_rounding_residue = 0x1p-29;
constexpr double k_tone_residue = 1e-4;

std::uint32_t mixed(float sample) {
  const std::uint32_t product = std::bit_cast<std::uint32_t>(sample) * k_mixer;
  return product ^ (product >> 15);
}

}  // namespace

void FlatTopCounter::add(float sample) {
  if (m_length > 0 && std::abs(sample - m_value) <= k_hair * std::abs(m_value)) {
    ++m_length;
    return;
  }
  if (m_length >= k_shortest_flat_run && std::abs(m_value) >= k_least_extreme) end_run();
  m_before = m_value;
  m_value = sample;
  m_length = 1;
  Side& side = m_sides[sample < 0 ? 1 : 0];
  const float size = std::abs(sample);
  if (size > side.extreme * (1 + k_hair)) side = {size, 0, 0};
}

void FlatTopCounter::end_run() {
  Side& side = m_sides[m_value < 0 ? 1 : 0];
  const float size = std::abs(m_value);
  if (size >= side.extreme * (1 - k_hair)) {
    if (std::abs(m_value - m_before) < k_corner * size) return;
    side.flat += m_length;
    ++side.runs;
  } else if (size >= side.extreme / 2) {
    ++m_other_runs;
  }
}

std::size_t FlatTopCounter::flat_samples() const {
  const auto [few, many] = std::minmax(m_sides[0].runs, m_sides[1].runs);
  if (few < k_fewest_runs || few + many < k_more_than_others * m_other_runs) return 0;
  return m_sides[0].flat + m_sides[1].flat;
}

DropoutCounter::DropoutCounter(double rate_hz)
    : m_shortest(static_cast<std::size_t>(std::max(0.001 * rate_hz, 16.0))),
      m_longest(static_cast<std::size_t>(0.5 * rate_hz)),
      m_decay(static_cast<float>(std::exp2(-1 / (0.002 * rate_hz)))) {}

void DropoutCounter::add(float sample) {
  if (sample == 0) {
    if (m_zeros++ == 0) m_before = m_envelope;
    return;
  }
  const float size = std::abs(sample);
  m_step = std::min(m_step, size);
  if (m_zeros > 0) end_silence(sample);
  m_envelope = std::max(size, m_envelope * m_decay);
}

/// Both edges must be far from zero: a sound that dies away or begins is none.
void DropoutCounter::end_silence(float sample) {
  const float far = k_far_from_zero * m_step;
  if (m_zeros >= m_shortest && m_zeros <= m_longest && m_before > far && std::abs(sample) > far) ++m_dropouts;
  if (m_zeros >= m_shortest) m_envelope = 0;
  m_zeros = 0;
}

RepeatCounter::RepeatCounter(double rate_hz)
    : m_chunk(static_cast<std::size_t>(0.0025 * rate_hz)), m_reach(static_cast<std::size_t>(0.2 * rate_hz)) {
  for (std::size_t i = 0; i < m_chunk; ++i) m_oldest_factor *= k_hash_base;
}

void RepeatCounter::add(float sample) {
  const float oldest = m_count >= m_chunk ? past(m_chunk) : 0.0F;
  m_history[m_count % k_history] = sample;
  ++m_count;
  m_hash = m_hash * k_hash_base + mixed(sample) - mixed(oldest) * m_oldest_factor;
  if (m_lag > 0) {
    follow();
  } else {
    look_up();
  }
  if (++m_since_anchor == m_chunk) remember_anchor();
}

void RepeatCounter::remember_anchor() {
  m_since_anchor = 0;
  m_anchor_hash[m_hash >> k_table_shift] = m_hash;
  m_anchor_place[m_hash >> k_table_shift] = m_count;
}

void RepeatCounter::look_up() {
  if (m_anchor_hash[m_hash >> k_table_shift] != m_hash) return;
  const std::size_t lag = m_count - m_anchor_place[m_hash >> k_table_shift];
  if (lag < 2 * m_chunk || lag > m_reach || m_count < lag + 2 * m_chunk) return;
  std::size_t matched = 0;
  while (matched < 2 * m_chunk && past(matched + 1) == past(matched + 1 + lag)) ++matched;
  if (matched < m_chunk) return;
  m_lag = lag;
  m_matched = matched;
  m_counted = false;
}

void RepeatCounter::follow() {
  if (past(1) != past(1 + m_lag)) {
    m_lag = 0;
    return;
  }
  if (++m_matched < 2 * m_chunk || m_counted) return;
  m_counted = true;
  if (!is_plain(2 * m_chunk)) ++m_repeats;
}

/// Silence, or a tone: whose next sample is told by the last two, but for the rounding to 16 bits.
bool RepeatCounter::is_plain(std::size_t length) const {
  std::size_t changes = 0;
  double energy = 0;
  double product = 0;
  double sums = 0;
  for (std::size_t back = 2; back < length; ++back) {
    const double x = past(back);
    const double sum = static_cast<double>(past(back - 1)) + static_cast<double>(past(back + 1));
    changes += past(back) != past(back - 1) ? 1 : 0;
    energy += x * x;
    product += x * sum;
    sums += sum * sum;
  }
  if (changes < k_fewest_changes || energy <= 0) return true;
  const double rounding = k_rounding_residue * static_cast<double>(length);
  return sums - product * product / energy < k_tone_residue * energy + rounding;
}

}  // namespace preshift
