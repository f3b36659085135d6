#include "scene_sensing.hpp"

#include "sensing_texts.hpp"
#include "throttle.hpp"

#include <cmath>

namespace preshift {
namespace {

constexpr std::chrono::seconds k_patience{10};

SourceProblem stalled(const SourceOpened& opened) {
  return {Sensor::camera, {ProblemKind::device_failure, {sensing_text("camera.stuck"), {opened.name}}}};
}

std::optional<double> length_seconds(const PictureSource& source) {
  const auto pictures = source.length();
  if (!pictures) return std::nullopt;
  return static_cast<double>(*pictures) / k_pictures_per_second;
}

}  // namespace

Result<void> sense_scene(std::unique_ptr<PictureSource> source, SceneObservers observers, EventWriter& writer,
                         Watchdog& watchdog) {
  Throttle throttle(k_telling_interval);
  const auto whole = length_seconds(*source);
  {
    Watchdog::Watch watch(watchdog, k_patience, stalled(source->opened()));
    while (true) {
      auto picture = source->next();
      if (!picture) return Failure{picture.error()};
      if (!picture->has_value()) break;
      watch.renew();
      observers.scene.observe((*picture)->bgr);
      if (observers.room != nullptr) observers.room->observe((*picture)->bgr, {});
      watch.renew();
      if (throttle.pass())
        writer.write(Progress{Sensor::camera, (*picture)->seconds + 1 / k_pictures_per_second, whole});
    }
    source.reset();
  }
  writer.write(SourceReleased{Sensor::camera});
  for (const Measurement& measurement : observers.scene.measurements()) writer.write(measurement);
  const Measurements of_room = observers.room != nullptr
                                   ? observers.room->measurements()
                                   : unknown_room({sensing_text("door.not_enrolled"), {}});
  for (const Measurement& measurement : of_room) writer.write(measurement);
  return {};
}

}  // namespace preshift
