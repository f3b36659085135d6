#include "scene_sensing.hpp"

#include "camera_honesty.hpp"
#include "sensing_texts.hpp"
#include "throttle.hpp"

#include <opencv2/imgproc.hpp>

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

/// The regions that are never looked at, as they lay when the room was enrolled; empty where there are none.
cv::Mat mask_of(const RoomEnrolment& room, cv::Size picture) {
  if (room.masks.empty()) return {};
  cv::Mat mask = cv::Mat::zeros(picture, CV_8U);
  for (const Outline& outline : room.masks) {
    std::vector<cv::Point> corners;
    for (const cv::Point2f& corner : outline)
      corners.emplace_back(
          cvRound(corner.x * static_cast<float>(picture.width) / static_cast<float>(room.picture.width)),
          cvRound(corner.y * static_cast<float>(picture.height) / static_cast<float>(room.picture.height)));
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{corners}, 255);
  }
  return mask;
}

std::vector<cv::Rect2f> boxes_of(const std::vector<PersonBox>& people) {
  std::vector<cv::Rect2f> boxes;
  for (const PersonBox& person : people) boxes.push_back(person.box);
  return boxes;
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
      const cv::Mat masked =
          observers.room == nullptr ? cv::Mat() : mask_of(observers.room->room(), (*picture)->bgr.size());
      observers.scene.observe((*picture)->bgr, (*picture)->seconds, masked);
      if (observers.room != nullptr)
        observers.room->observe((*picture)->bgr, boxes_of(observers.scene.people_in_view()));
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
