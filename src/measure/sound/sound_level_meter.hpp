#pragma once

#include "biquad_cascade.hpp"
#include "block_means.hpp"
#include "exponential_average.hpp"
#include "level_histogram.hpp"
#include "sample_run.hpp"
#include "signal_faults.hpp"

#include <cstddef>

namespace preshift {

/// A level relative to full scale, and how far this stretch of sound may stand from the sound it is part of.
struct ObservedLevel {
  double dbfs = 0;
  double averaging_uncertainty = 0;  ///< dB, k = 1
};

/// An A-weighted, F-weighted sound level meter for one channel. 0 dBFS is the level of a signal whose RMS is
/// full scale. What is measured does not depend on how the samples are cut into runs.
///
/// The filter starts as if the first sample had stood there for ever, so that a constant offset never sounds,
/// not even as a click at the beginning.
class SoundLevelMeter {
 public:
  explicit SoundLevelMeter(double rate_hz);

  void observe(SampleRun run);

  [[nodiscard]] std::size_t samples() const { return m_samples; }

  /// LAeq; -inf when nothing sounded. Its uncertainty is that of the mean energy: the spread of the energy of
  /// short blocks over the number of independent ones (BlockMeans).
  [[nodiscard]] ObservedLevel average_level() const;

  /// LAF,N: the level exceeded for this share of the time. LAF is taken every 10 ms from 0.25 s on, as the
  /// mean of what was heard so far, so that neither the rise from nothing nor an average over too little is
  /// counted. Needs at least 0.3 s. Its uncertainty is the distribution-free interval of the order statistic,
  /// with as many independent levels as their variance and that of their mean allow.
  [[nodiscard]] ObservedLevel exceeded_level(double share_of_time) const;

  /// LAFmax, over every sample and from the beginning; it belongs to this stretch, so has no averaging
  /// uncertainty.
  [[nodiscard]] ObservedLevel maximum_level() const;

  /// LAF at the last 10 ms; -inf before the first.
  [[nodiscard]] double momentary_dbfs() const { return m_momentary_dbfs; }

  /// Share of the samples, 0 to 1; 0 without any.
  [[nodiscard]] double clipped_share() const;
  [[nodiscard]] double silent_share() const;

 private:
  void weigh(SampleRun run);
  void end_tick();
  [[nodiscard]] double share(std::size_t samples) const;

  std::size_t m_tick_samples;       ///< 10 ms
  std::size_t m_percentiles_start;  ///< samples
  std::size_t m_samples = 0;
  std::size_t m_samples_in_tick = 0;
  std::size_t m_ticks = 0;

  BiquadCascade m_weighting;
  double m_offset = 0;
  ExponentialAverage m_fast;
  double m_tick_energy = 0;
  double m_energy = 0;  ///< of complete ticks
  double m_maximum = 0;
  double m_momentary_dbfs;

  BlockMeans m_energies;
  BlockMeans m_fast_levels;
  LevelHistogram m_fast_histogram;
  ClippingCounter m_clipping;
  SilenceCounter m_silence;
};

}  // namespace preshift
