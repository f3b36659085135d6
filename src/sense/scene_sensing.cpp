#include "scene_sensing.hpp"

#include "camera_honesty.hpp"
#include "sensing_texts.hpp"
#include "throttle.hpp"

#include <cmath>
#include <vector>

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

std::vector<cv::Rect2f> boxes_of(const std::vector<PersonBox>& people) {
  std::vector<cv::Rect2f> boxes;
  for (const PersonBox& person : people) boxes.push_back(person.box);
  return boxes;
}

/// The room first, since it says where nobody may look; then who is in the picture; then the door.
void look_at(const Picture& picture, SceneObservers observers) {
  if (observers.room == nullptr) return observers.scene.observe(picture.bgr, picture.seconds);
  const RoomJudge& judge = observers.room->judge();
  const RoomView view = judge.locate(picture.bgr);
  if (!view.pose && !judge.room().masks.empty()) {
    observers.scene.pass_over();
  } else {
    observers.scene.observe(picture.bgr, picture.seconds, judge.never_looked_at(view));
  }
  observers.room->take_in(view, boxes_of(observers.scene.people_in_view()));
}

}  // namespace

Result<void> sense_scene(std::unique_ptr<PictureSource> source, SceneObservers observers, EventWriter& writer,
                         Watchdog& watchdog) {
  Throttle throttle(k_telling_interval);
  const auto whole = length_seconds(*source);
  const CameraRoute route = source->route();
  observers.scene.came_through(route);
  {
    Watchdog::Watch watch(watchdog, k_patience, stalled(source->opened()));
    while (true) {
      auto picture = source->next();
      if (!picture) return Failure{picture.error()};
      if (!picture->has_value()) break;
      watch.renew();
      look_at(**picture, observers);
      watch.renew();
      if (throttle.pass())
        writer.write(Progress{Sensor::camera, (*picture)->seconds + 1 / k_pictures_per_second, whole});
    }
    source.reset();
  }
  writer.write(SourceReleased{Sensor::camera});
  for (const Measurement& measurement : observers.scene.measurements()) writer.write(measurement);
  Measurements of_room = observers.room != nullptr ? observers.room->measurements()
                                                   : unknown_room({sensing_text("door.not_enrolled"), {}});
  for (Measurement& measurement : of_room) {
    measurement.doubt = doubt_of(route);
    writer.write(measurement);
  }
  return {};
}

}  // namespace preshift
