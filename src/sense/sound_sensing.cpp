#include "sound_sensing.hpp"

#include "sensing_texts.hpp"
#include "throttle.hpp"

#include <algorithm>
#include <cmath>
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

void tell(const SoundObserver& observer, const SoundSource& source, EventWriter& writer) {
  auto whole = source.length_seconds();
  if (whole && source.opened().live) *whole -= std::chrono::duration<double>(k_settling).count();
  writer.write(Progress{Sensor::microphone, observer.seconds(), whole});
  constexpr double k_rise_seconds = 0.25;  // before, F is still rising from nothing
  if (observer.seconds() < k_rise_seconds) return;
  const double level = observer.momentary_level();
  if (std::isfinite(level))
    writer.write(Level{std::round(level * 10) / 10, std::string(observer.level_unit())});
}

}  // namespace

Result<void> sense_sound(std::unique_ptr<SoundSource> source, std::optional<FullScale> full_scale,
                         EventWriter& writer, Watchdog& watchdog) {
  const SourceOpened opened = source->opened();
  SoundObserver observer(opened.rate, opened.channels, full_scale);
  Settling settling(opened);
  Throttle throttle(k_telling_interval);
  const auto frames = static_cast<std::size_t>(std::max(1.0, opened.rate * k_block_seconds));
  std::vector<float> block(frames * static_cast<std::size_t>(opened.channels));
  {
    Watchdog::Watch watch(watchdog, k_patience, stalled(opened, observer.seconds()));
    while (!source->at_end()) {
      const auto count = source->read(block);
      if (!count) return Failure{count.error()};
      observer.observe(settling.after(std::span(block).first(*count)));
      watch.renew();
      if (throttle.pass()) tell(observer, *source, writer);
    }
    tell(observer, *source, writer);
    source.reset();
  }
  writer.write(SourceReleased{Sensor::microphone});
  for (const Measurement& measurement : observer.measurements()) writer.write(measurement);
  return {};
}

}  // namespace preshift
