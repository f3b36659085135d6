#include "sound_level_meter.hpp"

#include "decibel.hpp"
#include "frequency_weighting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preshift {
namespace {

constexpr double k_ticks_per_second = 100;
constexpr std::size_t k_ticks_per_silence_block = 10;
constexpr double k_percentiles_start_seconds = 2 * k_fast_seconds;
constexpr double k_normal_95 = 1.959964;
constexpr double k_db_per_neper_of_energy = 4.342944819032518;

std::size_t samples_in(double seconds, double rate_hz) {
  return static_cast<std::size_t>(std::lround(seconds * rate_hz));
}

}  // namespace

SoundLevelMeter::SoundLevelMeter(double rate_hz)
    : m_tick_samples(samples_in(1 / k_ticks_per_second, rate_hz)),
      m_percentiles_start(samples_in(k_percentiles_start_seconds, rate_hz)),
      m_weighting(design_weighting(Weighting::a, rate_hz)),
      m_fast(rate_hz, k_fast_seconds),
      m_momentary_dbfs(-std::numeric_limits<double>::infinity()) {}

void SoundLevelMeter::observe(SampleRun run) {
  if (m_samples == 0 && run.size() > 0) m_offset = run[0];
  for (std::size_t first = 0; first < run.size();) {
    const std::size_t frames = std::min(run.size() - first, m_tick_samples - m_samples_in_tick);
    const SampleRun part = run.part(first, frames);
    m_clipping.observe(part);
    m_silence.observe(part);
    weigh(part);
    m_samples += frames;
    m_samples_in_tick += frames;
    if (m_samples_in_tick == m_tick_samples) end_tick();
    first += frames;
  }
}

void SoundLevelMeter::weigh(SampleRun run) {
  // Local copies stay in registers.
  BiquadCascade weighting = m_weighting;
  ExponentialAverage fast = m_fast;
  double energy = m_tick_energy;
  double maximum = m_maximum;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const double weighted = weighting.filter(static_cast<double>(run[i]) - m_offset);
    const double square = weighted * weighted;
    energy += square;
    fast.add(square);
    maximum = std::max(maximum, fast.value());
  }
  m_weighting = weighting;
  m_fast = fast;
  m_tick_energy = energy;
  m_maximum = maximum;
}

void SoundLevelMeter::end_tick() {
  m_momentary_dbfs = level_of_energy(m_fast.mean_so_far(static_cast<double>(m_samples)));
  m_energies.add(m_tick_energy / static_cast<double>(m_tick_samples));
  if (m_samples >= m_percentiles_start) {
    m_fast_histogram.add(m_momentary_dbfs);
    m_fast_levels.add(std::max(m_momentary_dbfs, LevelHistogram::k_lowest_db));
  }
  m_energy += m_tick_energy;
  m_tick_energy = 0;
  m_samples_in_tick = 0;
  m_weighting.forget_traces();
  m_fast.forget_traces();
  if (++m_ticks % k_ticks_per_silence_block == 0) m_silence.end_block();
}

ObservedLevel SoundLevelMeter::average_level() const {
  const double energy = (m_energy + m_tick_energy) / std::max(1.0, static_cast<double>(m_samples));
  if (energy <= 0) return {level_of_energy(0), 0};
  return {level_of_energy(energy),
          k_db_per_neper_of_energy * m_energies.spread().standard_uncertainty / energy};
}

ObservedLevel SoundLevelMeter::exceeded_level(double share_of_time) const {
  const double below = 1 - share_of_time;
  const double level = m_fast_histogram.quantile(below);
  const double variance_of_mean = std::pow(m_fast_levels.spread().standard_uncertainty, 2);
  if (variance_of_mean <= 0) return {level, 0};
  const double independent = m_fast_histogram.variance() / variance_of_mean;
  const double reach = k_normal_95 * std::sqrt(below * (1 - below) / std::max(independent, 1.0));
  const double width = m_fast_histogram.quantile(below + reach) - m_fast_histogram.quantile(below - reach);
  return {level, width / 2 / k_normal_95};
}

ObservedLevel SoundLevelMeter::maximum_level() const {
  return {level_of_energy(m_maximum), 0};
}

double SoundLevelMeter::clipped_share() const {
  return share(m_clipping.clipped_samples());
}

double SoundLevelMeter::silent_share() const {
  return share(m_silence.silent_samples());
}

double SoundLevelMeter::share(std::size_t samples) const {
  return m_samples == 0 ? 0 : static_cast<double>(samples) / static_cast<double>(m_samples);
}

}  // namespace preshift
