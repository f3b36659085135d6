#include "sound_observer.hpp"

#include "chain_measurements.hpp"
#include "chain_observer.hpp"
#include "hearing_measurements.hpp"
#include "hearing_observer.hpp"
#include "level_measurements.hpp"
#include "sound_level_meter.hpp"
#include "voice_measurements.hpp"
#include "voice_observer.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr double k_percentiles_seconds = 0.3;  ///< what SoundLevelMeter::exceeded_level needs

/// Phases in frames, one after the other.
class Schedule {
 public:
  Schedule(const std::optional<SoundPhases>& phases, double rate_hz) : m_rate_hz(rate_hz) {
    if (!phases) {
      m_stretches = {Stretch{Phase::silent, 0, k_end}};
      return;
    }
    m_stretches = {stretch(Phase::reading, phases->reading), stretch(Phase::silent, phases->silent)};
    if (m_stretches[1].from < m_stretches[0].from) std::swap(m_stretches[0], m_stretches[1]);
  }

  struct Stretch {
    Phase phase = Phase::none;
    std::size_t from = 0;
    std::size_t to = 0;
  };

  /// The stretch that holds this frame; between phases and after them it is Phase::none.
  [[nodiscard]] Stretch at(std::size_t frame) const {
    std::size_t begin = 0;
    for (const Stretch& each : m_stretches) {
      if (frame < each.from) return {Phase::none, begin, each.from};
      if (frame < each.to) return each;
      begin = each.to;
    }
    return {Phase::none, begin, k_end};
  }

 private:
  static constexpr std::size_t k_end = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] Stretch stretch(Phase phase, const TimeSpan& span) const {
    const auto frames = [this](std::chrono::milliseconds time) {
      return static_cast<std::size_t>(std::llround(static_cast<double>(time.count()) * m_rate_hz / 1000));
    };
    return {phase, frames(span.from), frames(span.to)};
  }

  double m_rate_hz;
  std::vector<Stretch> m_stretches;
};

/// All that listens to one channel.
struct Ear {
  SoundLevelMeter meter;       ///< the silent phase
  SoundLevelMeter all_phases;  ///< for a person to watch
  ChainObserver chain;
  std::optional<VoiceObserver> voice;
  std::shared_ptr<HearingObserver>
      hearing;  ///< of the silent phase; shared with the meter that tells its seconds
};

}  // namespace

struct SoundObserver::State {
  SoundPlan plan;
  Schedule schedule;
  std::vector<Ear> ears{};
  std::size_t frames = 0;
  std::vector<std::deque<HistorySecond>> seconds{};  ///< not taken yet, for each channel

  explicit State(SoundPlan planned) : plan(std::move(planned)), schedule(plan.phases, plan.rate_hz) {
    const auto channels = static_cast<std::size_t>(plan.channels);
    seconds.resize(channels);
    ears.reserve(channels);
    for (std::size_t channel = 0; channel < channels; ++channel) ears.push_back(ear(channel));
  }

  Ear ear(std::size_t channel) {
    SoundLevelMeter::HistorySink sink;
    std::optional<VoiceObserver> voice;
    std::shared_ptr<HearingObserver> hearing;
    if (plan.purpose == Purpose::check) {
      voice.emplace(plan.voice.network, plan.voice.missing, plan.rate_hz);
      hearing = std::make_shared<HearingObserver>(plan.hearing.tagger, plan.hearing.missing, plan.rate_hz);
      sink = [hearing](const HistorySecond& second) { hearing->observe_second(second.lafmax_dbfs); };
    } else {
      sink = [&queue = seconds[channel]](const HistorySecond& second) { queue.push_back(second); };
    }
    return {SoundLevelMeter(plan.rate_hz, Bands::third_octave, std::move(sink)),
            SoundLevelMeter(plan.rate_hz), ChainObserver(plan.rate_hz), std::move(voice), std::move(hearing)};
  }

  [[nodiscard]] const Ear& loudest() const {
    return *std::max_element(ears.begin(), ears.end(), [](const Ear& left, const Ear& right) {
      return left.meter.average_level().dbfs < right.meter.average_level().dbfs;
    });
  }
};

SoundObserver::SoundObserver(SoundPlan plan) : m_state(std::make_unique<State>(std::move(plan))) {}

SoundObserver::~SoundObserver() = default;

void SoundObserver::observe(std::span<const float> interleaved) {
  State& state = *m_state;
  const std::size_t channels = state.ears.size();
  const std::size_t frames = interleaved.size() / channels;
  for (std::size_t done = 0; done < frames;) {
    const Schedule::Stretch stretch = state.schedule.at(state.frames);
    const std::size_t count = std::min(frames - done, stretch.to - state.frames);
    for (std::size_t channel = 0; channel < channels; ++channel) {
      const SampleRun run = SampleRun(interleaved, channel, channels).part(done, count);
      Ear& ear = state.ears[channel];
      ear.chain.observe(run);
      if (ear.voice) ear.voice->observe(run, stretch.phase);
      if (state.plan.phases) ear.all_phases.observe(run);
      if (stretch.phase != Phase::silent) continue;
      ear.meter.observe(run);
      if (ear.hearing) ear.hearing->observe(run);
    }
    done += count;
    state.frames += count;
  }
}

double SoundObserver::seconds() const {
  return static_cast<double>(m_state->frames) / m_state->plan.rate_hz;
}

PhaseBegun SoundObserver::phase() const {
  const Schedule::Stretch stretch = m_state->schedule.at(m_state->frames);
  return {stretch.phase, static_cast<double>(stretch.to - stretch.from) / m_state->plan.rate_hz};
}

double SoundObserver::momentary_level() const {
  double loudest = k_silence_dbfs;
  for (const Ear& ear : m_state->ears) {
    const SoundLevelMeter& meter = m_state->plan.phases ? ear.all_phases : ear.meter;
    loudest = std::max(loudest, meter.momentary_dbfs());
  }
  return loudest;
}

MeterReading SoundObserver::reading() const {
  const SoundLevelMeter& meter = m_state->loudest().meter;
  MeterReading reading{meter.seconds(), momentary_level(),
                       std::max(meter.average_level().dbfs, k_silence_dbfs), std::nullopt};
  if (meter.seconds() >= k_percentiles_seconds) reading.la90 = meter.exceeded_level(0.90).dbfs;
  return reading;
}

std::optional<SecondPassed> SoundObserver::take_second() {
  SecondPassed loudest{k_silence_dbfs, k_silence_dbfs, false};
  for (auto& queue : m_state->seconds) {
    if (queue.empty()) return std::nullopt;
    loudest.laeq = std::max(loudest.laeq, queue.front().laeq_dbfs);
    loudest.lafmax = std::max(loudest.lafmax, queue.front().lafmax_dbfs);
    loudest.overloaded = loudest.overloaded || queue.front().overloaded;
    queue.pop_front();
  }
  return loudest;
}

Spectrum SoundObserver::spectrum() const {
  return spectrum_of(*m_state->loudest().meter.bands());
}

Measurements SoundObserver::measurements(const SoundDelivery& delivery) const {
  const State& state = *m_state;
  const Ear& ear = state.loudest();
  const ChainFindings findings = ear.chain.findings();
  std::optional<Message> doubt;
  if (state.plan.purpose == Purpose::check) doubt = why_processed(findings, delivery);
  Measurements all = level_measurements(ear.meter, state.plan.rate_hz, doubt);
  const auto append = [&all](Measurements more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  };
  const auto no_level = why_no_level(ear.meter);
  if (ear.voice) append(voice_measurements(ear.voice->findings(), no_level, doubt));
  if (ear.hearing) {
    const double background = no_level ? 0 : ear.meter.exceeded_level(0.90).dbfs;
    append(hearing_measurements(ear.hearing->findings(background), no_level, doubt));
  }
  append(chain_measurements(findings, delivery, no_level));
  return all;
}

}  // namespace preshift
