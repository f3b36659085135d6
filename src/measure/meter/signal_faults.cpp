#include "signal_faults.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_shortest_clipped_run = 3;
constexpr float k_rail = 0.999F;
constexpr float k_8_bit_rail = 127.0F / 128;
constexpr float k_a_law_rail = 32256.0F / 32768;
constexpr float k_mu_law_rail = 32124.0F / 32768;
constexpr float k_lowest_rail = k_mu_law_rail;

/// One step of 16 bits, and a little for programs that scale by 32767.
constexpr float k_silent_span = 1.001F / 32768;

bool is_at_rail(float sample) {
  const float size = std::abs(sample);
  return size >= k_rail || size == k_8_bit_rail || size == k_a_law_rail || size == k_mu_law_rail;
}

}  // namespace

void ClippingCounter::observe(SampleRun run, float lowest, float highest) {
  if (lowest <= -k_lowest_rail || highest >= k_lowest_rail) {
    observe(run);
  } else if (run.size() > 0) {
    end_run();
  }
}

void ClippingCounter::observe(SampleRun run) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (!is_at_rail(run[i])) {
      end_run();
    } else if (++m_at_rail == k_shortest_clipped_run) {
      m_clipped += k_shortest_clipped_run;
    } else if (m_at_rail > k_shortest_clipped_run) {
      ++m_clipped;
    }
  }
}

void ClippingCounter::end_run() {
  m_at_rail = 0;
}

void SilenceCounter::observe(SampleRun run) {
  if (run.size() == 0) return;
  if (m_block_samples == 0) m_lowest = m_highest = run[0];
  for (std::size_t i = 0; i < run.size() && block_is_silent(); ++i) {
    m_lowest = std::min(m_lowest, run[i]);
    m_highest = std::max(m_highest, run[i]);
  }
  m_block_samples += run.size();
}

void SilenceCounter::end_block() {
  m_silent = silent_samples();
  m_block_samples = 0;
  m_lowest = m_highest = 0;
}

std::size_t SilenceCounter::silent_samples() const {
  return m_silent + (block_is_silent() ? m_block_samples : 0);
}

bool SilenceCounter::block_is_silent() const {
  return m_highest - m_lowest <= k_silent_span;
}

}  // namespace preshift
