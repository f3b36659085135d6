#pragma once

#include "event_writer.hpp"
#include "picture_source.hpp"
#include "room_observer.hpp"
#include "scene_observer.hpp"
#include "watchdog.hpp"

#include <memory>

namespace preshift {

/// Who looks at each picture.
struct SceneObservers {
  SceneObserver& scene;
  RoomObserver* room = nullptr;  ///< none when no room is known
};

/// Takes every picture of the source, measures, and writes the camera's events: progress, released,
/// measurements. Each picture is freed before the next is taken, the source closed before the first
/// measurement is written.
[[nodiscard]] Result<void> sense_scene(std::unique_ptr<PictureSource> source, SceneObservers observers,
                                       EventWriter& writer, Watchdog& watchdog);

}  // namespace preshift
