#include "sound_level_meter.hpp"

#include "decibel.hpp"
#include "quarters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

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

std::size_t whole_groups(double samples, std::size_t group) {
  return group * static_cast<std::size_t>(std::lround(samples / static_cast<double>(group)));
}

double mean(double sum, std::size_t count) {
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

void in_order_of_time(std::vector<float>& quarters) {
  const std::vector<float> from = quarters;
  from_quarters(from.data(), from.size(), quarters.data());
}

std::optional<double> level_if_finite(double energy) {
  if (!std::isfinite(energy)) return std::nullopt;
  return level_of_energy(energy);
}

}  // namespace

SoundLevelMeter::SoundLevelMeter(double rate_hz, Bands bands, HistorySink history)
    : m_rate_hz(rate_hz),
      m_history(std::move(history)),
      m_detector(rate_hz, rate_hz / k_ticks_per_second),
      m_weighting(rate_hz, m_detector.tick_samples()),
      m_tick_samples(m_detector.tick_samples()),
      m_percentiles_start(samples_in(k_percentiles_start_seconds, rate_hz)),
      m_tick(m_tick_samples),
      m_unweighted(m_tick_samples),
      m_a_weighted(m_tick_samples),
      m_c_weighted(m_tick_samples),
      m_momentary_dbfs(-std::numeric_limits<double>::infinity()) {
  if (bands == Bands::third_octave) m_bands.emplace(rate_hz);
}

void SoundLevelMeter::observe(SampleRun run) {
  const DenormalsAreZero denormals_are_zero;
  if (samples() == 0 && run.size() > 0) m_offset = run[0];
  for (std::size_t first = 0; first < run.size();) {
    const std::size_t frames = std::min(run.size() - first, m_tick_samples - m_pending);
    run.part(first, frames).copy_to(m_tick.data() + m_pending);
    m_pending += frames;
    if (m_pending == m_tick_samples) end_tick();
    first += frames;
  }
}

void SoundLevelMeter::end_tick() {
  to_quarters(m_tick.data(), m_tick_samples, m_unweighted.data());
  m_weighting.filter(m_unweighted.data(), m_a_weighted.data(), m_c_weighted.data());
  m_silence.observe(SampleRun(m_tick, 0, 1));
  if (m_bands) m_bands->observe(m_tick.data(), m_tick_samples, m_offset);
  m_pending = 0;
  const LevelTally tally = detect_tick();
  m_momentary_dbfs = level_of_energy(m_detector.fast()[0]);
  m_energies.add(mean(tally.energy[0], tally.samples));
  if (m_total.samples >= m_percentiles_start) {
    m_fast_histogram.add(m_momentary_dbfs);
    m_fast_levels.add(std::max(m_momentary_dbfs, LevelHistogram::k_lowest_db));
  }
  if (++m_ticks % k_ticks_per_silence_block == 0) m_silence.end_block();
}

/// In two parts where a second ends within the tick, at the group nearest to it.
LevelTally SoundLevelMeter::detect_tick() {
  const std::size_t second_end =
      whole_groups(static_cast<double>(m_seconds + 1) * m_rate_hz, m_detector.group());
  const std::size_t split = std::min(second_end - m_total.samples, m_tick_samples);
  const auto [before, after] =
      m_detector.observe({m_unweighted.data(), m_a_weighted.data(), m_c_weighted.data()}, split, m_offset);
  observe_clipping(0, split, before);
  m_second += before;
  m_total += before;
  if (m_total.samples == second_end) end_second();
  observe_clipping(split, m_tick_samples, before);
  m_second += after;
  m_total += after;
  LevelTally tick = before;
  return tick += after;
}

void SoundLevelMeter::observe_clipping(std::size_t first, std::size_t end, const LevelTally& tick) {
  m_clipping.observe(SampleRun(std::span(m_tick).subspan(first, end - first), 0, 1), tick.lowest,
                     tick.highest);
}

void SoundLevelMeter::end_second() {
  const std::size_t clipped = m_clipping.clipped_samples();
  if (m_history)
    m_history({level_of_energy(mean(m_second.energy[0], m_second.samples)),
               level_of_energy(m_second.highest_fast[0]), clipped > m_clipped_before_second});
  m_clipped_before_second = clipped;
  m_second = {};
  ++m_seconds;
}

SoundLevelMeter::Ending SoundLevelMeter::ending() const {
  const DenormalsAreZero denormals_are_zero;
  Ending end{m_total, m_clipping, m_silence};
  if (m_pending == 0) return end;
  // Filled up with the mean, so that the mean stays what it is where the sound is no longer than this.
  std::vector<float> samples(m_tick);
  const auto rest = samples.begin() + static_cast<std::ptrdiff_t>(m_pending);
  std::fill(rest, samples.end(),
            static_cast<float>(mean(std::accumulate(samples.begin(), rest, 0.0), m_pending)));
  std::vector<float> quarters(m_tick_samples);
  std::vector<float> a(m_tick_samples);
  std::vector<float> c(m_tick_samples);
  WeightingFilter weighting = m_weighting;
  LevelDetector detector = m_detector;
  to_quarters(samples.data(), m_tick_samples, quarters.data());
  weighting.filter(quarters.data(), a.data(), c.data());
  in_order_of_time(a);
  in_order_of_time(c);
  const LevelTally tail = detector.observe_rest({samples.data(), a.data(), c.data()}, m_pending, m_offset);
  end.tally += tail;
  const SampleRun run(std::span<const float>(samples).first(m_pending), 0, 1);
  end.clipping.observe(run, tail.lowest, tail.highest);
  end.silence.observe(run);
  return end;
}

SoundLevels SoundLevelMeter::levels() const {
  const Ending end = ending();
  const LevelTally& tally = end.tally;
  const double offset = mean(tally.sum, tally.samples);
  const double variance = std::max(0.0, mean(tally.squares, tally.samples) - offset * offset);
  const double centre = static_cast<double>(m_offset) + offset;
  const double reach = tally.samples == 0 ? 0
                                          : std::max(static_cast<double>(tally.highest) - centre,
                                                     centre - static_cast<double>(tally.lowest));
  SoundLevels levels;
  levels.laeq = level_of_energy(mean(tally.energy[0], tally.samples));
  levels.lceq = level_of_energy(mean(tally.energy[1], tally.samples));
  levels.lzeq = level_of_energy(variance);
  levels.lae = level_of_energy(tally.energy[0] / m_rate_hz);
  levels.lafmax = level_of_energy(tally.highest_fast[0]);
  levels.lcfmax = level_of_energy(tally.highest_fast[1]);
  levels.lasmax = level_of_energy(tally.highest_slow[0]);
  levels.lcsmax = level_of_energy(tally.highest_slow[1]);
  levels.lafmin = level_if_finite(tally.lowest_fast[0]);
  levels.lcfmin = level_if_finite(tally.lowest_fast[1]);
  levels.lasmin = level_if_finite(tally.lowest_slow[0]);
  levels.lcsmin = level_if_finite(tally.lowest_slow[1]);
  levels.lapeak = level_of_energy(tally.highest_square[0]);
  levels.lcpeak = level_of_energy(tally.highest_square[1]);
  levels.lzpeak = level_of_energy(reach * reach);
  levels.c_minus_a = levels.lceq - levels.laeq;
  levels.overloaded = end.clipping.clipped_samples() > 0;
  return levels;
}

ObservedLevel SoundLevelMeter::average_level() const {
  const LevelTally tally = ending().tally;
  const double energy = mean(tally.energy[0], tally.samples);
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
  return {level_of_energy(ending().tally.highest_fast[0]), 0};
}

double SoundLevelMeter::clipped_share() const {
  return share(ending().clipping.clipped_samples());
}

double SoundLevelMeter::silent_share() const {
  return share(ending().silence.silent_samples());
}

double SoundLevelMeter::share(std::size_t samples_of_kind) const {
  return mean(static_cast<double>(samples_of_kind), samples());
}

}  // namespace preshift
