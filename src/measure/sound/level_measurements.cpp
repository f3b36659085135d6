#include "level_measurements.hpp"

#include "frequency_weighting.hpp"
#include "measures.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace preshift {
namespace {

constexpr double k_shortest_seconds = 1;
constexpr double k_slow_seconds = 2;    ///< two time constants of S
constexpr double k_most_silence = 0.1;  ///< share of the time
constexpr double k_floor_dbfs = LevelHistogram::k_lowest_db;

double round_down(double value, double step) {
  return std::floor(value / step + 1e-9) * step;
}

Message too_short(double seconds, double at_least = k_shortest_seconds) {
  return {sensing_text("sound.too_short"), {round_down(seconds, 0.01), at_least}};
}

/// Adds measurements of one meter.
class Levels {
 public:
  Levels(const SoundLevelMeter& meter, std::optional<Message> doubt)
      : m_meter(meter), m_why_none(why_no_level(meter)), m_doubt(std::move(doubt)) {}

  void level(const char* name, double dbfs, double averaging_uncertainty = 0) {
    if (m_why_none) return add(unknown(name, unit(), *m_why_none));
    if (!(dbfs > k_floor_dbfs)) return add(unknown(name, unit(), {sensing_text("sound.below_floor"), {}}));
    doubtful(
        quantity(name, unit(), dbfs, 2 * std::hypot(processing_uncertainty_db(), averaging_uncertainty)));
  }

  void level(const char* name, std::optional<double> dbfs) {
    if (dbfs || m_why_none) return level(name, dbfs.value_or(0));
    add(unknown(name, unit(), too_short(m_meter.seconds(), k_slow_seconds)));
  }

  void exceeded(const char* name, double share_of_time) {
    if (m_why_none) return level(name, 0.0);
    const ObservedLevel observed = m_meter.exceeded_level(share_of_time);
    level(name, observed.dbfs, observed.averaging_uncertainty);
  }

  void difference(const char* name, double db) {
    const std::string unit(units::k_db);
    if (m_why_none) return add(unknown(name, unit, *m_why_none));
    if (!std::isfinite(db)) return add(unknown(name, unit, {sensing_text("sound.below_floor"), {}}));
    doubtful(quantity(name, unit, db, 2 * std::sqrt(2.0) * processing_uncertainty_db()));
  }

  /// A count over the whole: nothing is estimated.
  void share(const char* name, double share) {
    const std::string unit(units::k_percent);
    if (m_meter.seconds() <= 0) return add(unknown(name, unit, too_short(0)));
    add(quantity(name, unit, 100 * share, 0));
  }

  void doubtful(Measurement measurement) {
    measurement.doubt = m_doubt;
    add(std::move(measurement));
  }

  void add(Measurement measurement) { m_all.push_back(std::move(measurement)); }

  Measurements take() { return std::move(m_all); }

 private:
  static std::string unit() { return std::string(units::k_dbfs); }

  const SoundLevelMeter& m_meter;
  std::optional<Message> m_why_none;
  std::optional<Message> m_doubt;
  Measurements m_all;
};

std::optional<SpectrumBand> spectrum_band(const std::optional<BandLevel>& level) {
  if (!level || !std::isfinite(level->dbfs)) return std::nullopt;
  return SpectrumBand{level->dbfs, 2 * std::hypot(processing_uncertainty_db(), level->averaging_uncertainty)};
}

/// S takes seconds to rise from nothing: its highest level is told once its lowest is, and never below that.
std::optional<double> highest_slow(const SoundLevels& levels) {
  if (!levels.lasmin) return std::nullopt;
  return std::max(levels.lasmax, *levels.lasmin);
}

}  // namespace

double processing_uncertainty_db() {
  constexpr double k_bound_db = 0.1;
  return k_bound_db / std::sqrt(3.0);
}

std::optional<Message> why_no_level(const SoundLevelMeter& meter) {
  if (meter.seconds() < k_shortest_seconds) return too_short(meter.seconds());
  if (meter.silent_share() > k_most_silence)
    return Message{sensing_text("sound.muted"), {std::round(1000 * meter.silent_share()) / 10}};
  return std::nullopt;
}

Measurements level_measurements(const SoundLevelMeter& meter, double rate_hz,
                                const std::optional<Message>& doubt) {
  Levels all(meter, doubt);
  const SoundLevels levels = meter.levels();
  const double averaging = meter.average_level().averaging_uncertainty;
  all.level("sound.laeq", levels.laeq, averaging);
  all.level("sound.lceq", levels.lceq, averaging);
  all.level("sound.lzeq", levels.lzeq, averaging);
  all.level("sound.lae", levels.lae);
  all.level("sound.lafmax", levels.lafmax);
  all.level("sound.lafmin", levels.lafmin);
  all.level("sound.lasmax", highest_slow(levels));
  all.level("sound.lasmin", levels.lasmin);
  all.level("sound.lcfmax", levels.lcfmax);
  all.level("sound.lcfmin", levels.lcfmin);
  all.level("sound.lapeak", levels.lapeak);
  all.level("sound.lcpeak", levels.lcpeak);
  all.level("sound.lzpeak", levels.lzpeak);
  all.exceeded("sound.laf1", 0.01);
  all.exceeded("sound.laf5", 0.05);
  all.exceeded("sound.laf10", 0.10);
  all.exceeded("sound.laf50", 0.50);
  all.exceeded("sound.laf90", 0.90);
  all.exceeded("sound.laf95", 0.95);
  all.exceeded("sound.laf99", 0.99);
  all.difference("sound.c_minus_a", levels.c_minus_a);
  all.add(quantity("sound.valid_to", std::string(units::k_hertz), highest_valid_hz(rate_hz), 0));
  all.share("sound.clipping", meter.clipped_share());
  all.share("sound.silence", meter.silent_share());
  all.add(quantity("sound.duration", std::string(units::k_second), meter.seconds(), 1 / rate_hz));
  return all.take();
}

Spectrum spectrum_of(const BandMeter& bands) {
  Spectrum spectrum;
  for (std::size_t i = 0; i < spectrum.third.size(); ++i)
    spectrum.third[i] = spectrum_band(bands.third_octave(k_lowest_third + static_cast<int>(i)));
  for (std::size_t i = 0; i < spectrum.octave.size(); ++i)
    spectrum.octave[i] = spectrum_band(bands.octave(k_lowest_octave + 3 * static_cast<int>(i)));
  return spectrum;
}

}  // namespace preshift
