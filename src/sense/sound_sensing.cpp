#include "sound_sensing.hpp"

#include "sensing_texts.hpp"
#include "throttle.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <optional>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr double k_block_seconds = 0.02;
constexpr std::chrono::seconds k_patience{10};

SourceProblem stalled(const SourceOpened& opened, double seconds) {
  return {Sensor::microphone,
          {ProblemKind::device_failure,
           {sensing_text("microphone.stalled"), {opened.name, std::round(seconds)}}}};
}

/// Drops the samples that a live source delivers while it settles.
class Settling {
 public:
  explicit Settling(const SourceOpened& opened)
      : m_left(opened.live ? static_cast<std::size_t>(opened.rate * k_settling.count() / 1000) *
                                 static_cast<std::size_t>(opened.channels)
                           : 0) {}

  std::span<const float> after(std::span<const float> block) {
    const std::size_t dropped = std::min(m_left, block.size());
    m_left -= dropped;
    return block.subspan(dropped);
  }

 private:
  std::size_t m_left;
};

std::atomic<bool> s_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "it is set by a signal's handler");

/// Tells a person what is going on, at most ten times a second.
class Telling {
 public:
  Telling(const SensingRequest& request, const SoundSource& source, const ChallengeSensing& challenge,
          EventWriter& writer)
      : m_request(request), m_challenge(challenge), m_writer(writer), m_whole(source.length_seconds()) {
    if (m_whole && source.opened().live) *m_whole -= std::chrono::duration<double>(k_settling).count();
  }

  void tell(SoundObserver& observer) {
    tell_phase(observer);
    while (const auto second = observer.take_second()) m_writer.write(*second);
    if (m_throttle.pass()) tell_levels(observer);
  }

  void tell_levels(const SoundObserver& observer) {
    m_writer.write(Progress{Sensor::microphone, observer.seconds() + m_challenge.seconds(), m_whole});
    constexpr double k_rise_seconds = 0.25;  // before, F is still rising from nothing
    if (observer.seconds() < k_rise_seconds) return;
    if (m_request.purpose == Purpose::meter) {
      m_writer.write(observer.reading());
    } else {
      m_writer.write(Level{std::round(observer.momentary_level() * 10) / 10});
    }
  }

 private:
  void tell_phase(const SoundObserver& observer) {
    if (!m_request.phases && !m_challenge.has_begun()) return;
    const PhaseBegun begun = m_challenge.has_begun() ? m_challenge.phase() : observer.phase();
    if (m_phase == begun.phase) return;
    m_phase = begun.phase;
    m_writer.write(begun);
  }

  const SensingRequest& m_request;
  const ChallengeSensing& m_challenge;
  EventWriter& m_writer;
  std::optional<double> m_whole;
  std::optional<Phase> m_phase;
  Throttle m_throttle{k_telling_interval};
};

SoundPlan plan_of(const SensingRequest& request, const SourceOpened& opened, SoundSupport support) {
  return {request.purpose,           opened.rate, opened.channels, request.phases, std::move(support.voice),
          std::move(support.hearing)};
}

SoundDelivery delivery_of(SoundSource& source) {
  SoundDelivery delivery;
  delivery.live = source.opened().live;
  delivery.route = source.opened().route;
  delivery.lost_seconds = source.lost_seconds();
  const RouteChanges changes = source.route_changes();
  delivery.gain_change_db = changes.gain_change_db;
  delivery.route_lost = !delivery.route.source.empty() && !changes.known;
  delivery.muted = delivery.route.muted || changes.muted;
  delivery.rerouted = changes.rerouted.has_value();
  return delivery;
}

}  // namespace

void end_at_interrupt() {
  std::signal(SIGINT, [](int) { s_interrupted = true; });
}

Result<void> sense_sound(std::unique_ptr<SoundSource> source, const SensingRequest& request,
                         SoundSupport support, EventWriter& writer, Watchdog& watchdog) {
  const SourceOpened opened = source->opened();
  ChallengeSensing challenge(request.challenge, std::move(support.challenge), opened);
  SoundObserver observer(plan_of(request, opened, std::move(support)));
  Settling settling(opened);
  Telling telling(request, *source, challenge, writer);
  SoundDelivery delivery;
  const auto frames = static_cast<std::size_t>(std::max(1.0, opened.rate * k_block_seconds));
  std::vector<float> block(frames * static_cast<std::size_t>(opened.channels));
  {
    Watchdog::Watch watch(watchdog, k_patience, stalled(opened, observer.seconds()));
    telling.tell(observer);
    while (!source->at_end() && !s_interrupted) {
      const auto count = source->read(block);
      if (!count) return Failure{count.error()};
      observer.observe(challenge.split(settling.after(std::span(block).first(*count))));
      watch.renew();
      telling.tell(observer);
    }
    telling.tell_levels(observer);
    delivery = delivery_of(*source);
    source.reset();
  }
  writer.write(SourceReleased{Sensor::microphone});
  writer.write(observer.spectrum());
  for (const Measurement& measurement : observer.measurements(delivery)) writer.write(measurement);
  if (request.purpose == Purpose::check)
    for (const Measurement& measurement : challenge.measurements(delivery)) writer.write(measurement);
  return {};
}

}  // namespace preshift
