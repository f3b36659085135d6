#pragma once

#include "band_meter.hpp"
#include "block_means.hpp"
#include "level_detector.hpp"
#include "level_histogram.hpp"
#include "sample_run.hpp"
#include "signal_faults.hpp"
#include "weighting_filter.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace preshift {

/// A level relative to full scale, and how far this stretch of sound may stand from the sound it is part of.
struct ObservedLevel {
  double dbfs = 0;
  double averaging_uncertainty = 0;  ///< dB, k = 1
};

/// Levels relative to full scale, in the terms of IEC 61672-1; -inf when nothing sounded. They belong to what
/// was heard, so have no averaging uncertainty.
struct SoundLevels {
  double laeq = 0;
  double lceq = 0;
  double lzeq = 0;
  double lae = 0;     ///< re full scale squared, times one second
  double lafmax = 0;  ///< the highest ones as if it had been silent before
  double lasmax = 0;
  double lcfmax = 0;
  double lcsmax = 0;
  double lapeak = 0;  ///< largest sample; see SoundLevelMeter
  double lcpeak = 0;
  double lzpeak = 0;
  std::optional<double> lafmin;  ///< the lowest ones from two time constants on
  std::optional<double> lasmin;
  std::optional<double> lcfmin;
  std::optional<double> lcsmin;
  double c_minus_a = 0;     ///< LCeq - LAeq, dB; not a number when nothing sounded
  bool overloaded = false;  ///< clipped somewhere: no level above can be trusted, they are too low
};

/// Whether a meter measures third-octave and octave bands; they take most of its time.
enum class Bands { none, third_octave };

/// One second of a meter's history.
struct HistorySecond {
  double laeq_dbfs = 0;
  double lafmax_dbfs = 0;
  bool overloaded = false;
};

/// A sound level meter for one channel. 0 dBFS is the level of a signal whose RMS is full scale. What is
/// measured does not depend on how the samples are cut into runs. Constant memory; `observe` does not
/// allocate.
///
/// A and C start as if the mean of the first 10 ms had stood there for ever, so that a constant offset never
/// sounds, not even as a click at the beginning. Z is the signal less its mean: flat down to 0 Hz.
///
/// Peaks are those of the samples. Between two of them a sine of frequency f may rise higher by up to
/// -20 lg cos(pi f / rate): 0.3 dB at 4 kHz and 1.25 dB at 8 kHz for a rate of 48 kHz.
class SoundLevelMeter {
 public:
  using HistorySink = std::function<void(const HistorySecond&)>;

  /// `rate_hz`: 8000 to 192000. `history` is called within `observe` for each full second.
  explicit SoundLevelMeter(double rate_hz, Bands bands = Bands::none, HistorySink history = nullptr);

  /// Finite samples.
  void observe(SampleRun run);

  [[nodiscard]] std::size_t samples() const { return m_total.samples + m_pending; }
  [[nodiscard]] double seconds() const { return static_cast<double>(samples()) / m_rate_hz; }

  [[nodiscard]] SoundLevels levels() const;

  /// Of complete ticks of 10 ms; none unless they were asked for.
  [[nodiscard]] const BandMeter* bands() const { return m_bands ? &*m_bands : nullptr; }

  /// LAeq; -inf when nothing sounded. Its uncertainty is that of the mean energy: the spread of the energy of
  /// short blocks over the number of independent ones (BlockMeans).
  [[nodiscard]] ObservedLevel average_level() const;

  /// LAF,N: the level exceeded for this share of the time. LAF is taken every 10 ms from 0.25 s on, as the
  /// mean of what was heard so far, so that neither the rise from nothing nor an average over too little is
  /// counted. Needs at least 0.3 s. Its uncertainty is the distribution-free interval of the order statistic,
  /// with as many independent levels as their variance and that of their mean allow.
  [[nodiscard]] ObservedLevel exceeded_level(double share_of_time) const;

  /// LAFmax, from the beginning; it belongs to this stretch, so has no averaging uncertainty.
  [[nodiscard]] ObservedLevel maximum_level() const;

  /// LAF at the last 10 ms; -inf before the first.
  [[nodiscard]] double momentary_dbfs() const { return m_momentary_dbfs; }

  /// Share of the samples, 0 to 1; 0 without any.
  [[nodiscard]] double clipped_share() const;
  [[nodiscard]] double silent_share() const;

 private:
  /// What it would be if the sound ended here.
  struct Ending {
    LevelTally tally;
    ClippingCounter clipping;
    SilenceCounter silence;
  };

  void end_tick();
  LevelTally detect_tick();
  void observe_clipping(std::size_t first, std::size_t end, const LevelTally& tick);
  void end_second();
  [[nodiscard]] Ending ending() const;
  [[nodiscard]] double share(std::size_t samples) const;

  double m_rate_hz;
  HistorySink m_history;
  LevelDetector m_detector;
  WeightingFilter m_weighting;
  std::optional<BandMeter> m_bands;
  std::size_t m_tick_samples;
  std::size_t m_percentiles_start;
  std::vector<float> m_tick;        ///< samples waiting for the tick to fill
  std::vector<float> m_unweighted;  ///< of a tick, in quarters, as the next two
  std::vector<float> m_a_weighted;
  std::vector<float> m_c_weighted;
  std::size_t m_pending = 0;
  float m_offset = 0;

  LevelTally m_total;   ///< of complete ticks
  LevelTally m_second;  ///< since the last full second
  std::size_t m_seconds = 0;
  std::size_t m_clipped_before_second = 0;
  std::size_t m_ticks = 0;
  double m_momentary_dbfs;

  BlockMeans m_energies;
  BlockMeans m_fast_levels;
  LevelHistogram m_fast_histogram;
  ClippingCounter m_clipping;
  SilenceCounter m_silence;
};

}  // namespace preshift
