#include "camera_honesty.hpp"

#include "known_measures.hpp"
#include "sensing_texts.hpp"

namespace preshift {

Measurement route_measurement(const CameraRoute& route) {
  switch (route.kind) {
    case CameraRouteKind::physical:
      return {"camera.route", "", State{"physical"}};
    case CameraRouteKind::network:
      return {"camera.route", "", State{"network"}};
    case CameraRouteKind::virtual_device:
      return {"camera.route", "", State{"virtual"}};
    case CameraRouteKind::unknown:
      break;
  }
  const Text reason =
      route.is_recording ? sensing_text("camera.no_route") : sensing_text("camera.route_unknown");
  return not_known("camera.route", {reason, {}});
}

std::optional<Message> doubt_of(const CameraRoute& route) {
  if (route.kind != CameraRouteKind::virtual_device) return std::nullopt;
  return Message{sensing_text("camera.virtual"), {route.name, route.evidence}};
}

}  // namespace preshift
