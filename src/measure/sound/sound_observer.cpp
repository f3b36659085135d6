#include "sound_observer.hpp"

#include "level_histogram.hpp"
#include "measures.hpp"
#include "sensing_texts.hpp"
#include "sound_level_meter.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr double k_shortest_seconds = 1;
constexpr double k_most_silence = 0.1;  ///< share of the time
constexpr double k_floor_dbfs = LevelHistogram::k_lowest_db;

/// Frequency weighting (0.02 dB in its valid band, frequency_weighting.hpp), what of it lies above that band,
/// histogram bins and rounding: within ±0.1 dB, every value as likely (JCGM 100, 4.3.7).
constexpr double k_processing_bound_db = 0.1;

double round_down(double value, double step) {
  return std::floor(value / step + 1e-9) * step;
}

}  // namespace

struct SoundObserver::State {
  double rate_hz;
  std::optional<FullScale> full_scale;
  std::vector<SoundLevelMeter> meters;

  [[nodiscard]] double seconds() const { return static_cast<double>(meters.front().samples()) / rate_hz; }
  [[nodiscard]] std::string unit() const { return std::string(full_scale ? units::k_dba : units::k_dbfs); }
  [[nodiscard]] double shown(double dbfs) const { return full_scale ? dbfs + full_scale->level_db : dbfs; }
  [[nodiscard]] const SoundLevelMeter& loudest() const;
  [[nodiscard]] std::optional<Message> why_no_level(const SoundLevelMeter& meter) const;
  [[nodiscard]] double expanded_uncertainty(double averaging_uncertainty) const;
  [[nodiscard]] Measurement level(std::string name, const ObservedLevel& observed) const;
  [[nodiscard]] Measurement share(std::string name, double share) const;
  [[nodiscard]] Message too_short() const;
};

const SoundLevelMeter& SoundObserver::State::loudest() const {
  return *std::max_element(meters.begin(), meters.end(), [](const auto& left, const auto& right) {
    return left.average_level().dbfs < right.average_level().dbfs;
  });
}

Message SoundObserver::State::too_short() const {
  return {sensing_text("sound.too_short"), {round_down(seconds(), 0.01), k_shortest_seconds}};
}

std::optional<Message> SoundObserver::State::why_no_level(const SoundLevelMeter& meter) const {
  if (seconds() < k_shortest_seconds) return too_short();
  if (meter.silent_share() > k_most_silence)
    return Message{sensing_text("sound.muted"), {std::round(1000 * meter.silent_share()) / 10}};
  return std::nullopt;
}

double SoundObserver::State::expanded_uncertainty(double averaging_uncertainty) const {
  const double processing = k_processing_bound_db / std::sqrt(3.0);
  const double calibration = full_scale ? full_scale->standard_uncertainty : 0;
  return 2 * std::hypot(calibration, processing, averaging_uncertainty);
}

Measurement SoundObserver::State::level(std::string name, const ObservedLevel& observed) const {
  if (observed.dbfs <= k_floor_dbfs)
    return unknown(std::move(name), unit(), Message{sensing_text("sound.below_floor"), {}});
  return quantity(std::move(name), unit(), shown(observed.dbfs),
                  expanded_uncertainty(observed.averaging_uncertainty));
}

/// A count over the whole recording: nothing is estimated.
Measurement SoundObserver::State::share(std::string name, double share) const {
  if (seconds() <= 0) return unknown(std::move(name), std::string(units::k_percent), too_short());
  return quantity(std::move(name), std::string(units::k_percent), 100 * share, 0);
}

SoundObserver::SoundObserver(double rate_hz, int channels, std::optional<FullScale> full_scale)
    : m_state(std::make_unique<State>(State{
          rate_hz, full_scale,
          std::vector<SoundLevelMeter>(static_cast<std::size_t>(channels), SoundLevelMeter(rate_hz))})) {}

SoundObserver::~SoundObserver() = default;

void SoundObserver::observe(std::span<const float> interleaved) {
  const std::size_t channels = m_state->meters.size();
  for (std::size_t channel = 0; channel < channels; ++channel)
    m_state->meters[channel].observe(SampleRun(interleaved, channel, channels));
}

double SoundObserver::momentary_level() const {
  double loudest = k_floor_dbfs;
  for (const SoundLevelMeter& meter : m_state->meters) loudest = std::max(loudest, meter.momentary_dbfs());
  return m_state->shown(loudest);
}

std::string_view SoundObserver::level_unit() const {
  return m_state->full_scale ? units::k_dba : units::k_dbfs;
}

double SoundObserver::seconds() const {
  return m_state->seconds();
}

Measurements SoundObserver::measurements() const {
  const State& state = *m_state;
  const SoundLevelMeter& meter = state.loudest();
  Measurements all;
  if (const auto reason = state.why_no_level(meter)) {
    for (const char* name : {"sound.laeq", "sound.laf10", "sound.laf50", "sound.laf90", "sound.lafmax"})
      all.push_back(unknown(name, state.unit(), *reason));
  } else {
    all.push_back(state.level("sound.laeq", meter.average_level()));
    all.push_back(state.level("sound.laf10", meter.exceeded_level(0.10)));
    all.push_back(state.level("sound.laf50", meter.exceeded_level(0.50)));
    all.push_back(state.level("sound.laf90", meter.exceeded_level(0.90)));
    all.push_back(state.level("sound.lafmax", meter.maximum_level()));
  }
  all.push_back(state.share("sound.clipping", meter.clipped_share()));
  all.push_back(state.share("sound.silence", meter.silent_share()));
  all.push_back(quantity("sound.duration", std::string(units::k_second), state.seconds(), 1 / state.rate_hz));
  return all;
}

}  // namespace preshift
