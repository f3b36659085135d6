#pragma once

#include "camera_route.hpp"
#include "measurement.hpp"

#include <optional>

namespace preshift {

/// camera.route
[[nodiscard]] Measurement route_measurement(const CameraRoute& route);

/// Why what such a camera shows may not be the room.
[[nodiscard]] std::optional<Message> doubt_of(const CameraRoute& route);

}  // namespace preshift
