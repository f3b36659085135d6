#pragma once

#include "sound_route.hpp"
#include "text.hpp"

#include <optional>

namespace preshift {

/// Why what stands between the room and the samples is no microphone of this computer, by what the system
/// says of it.
[[nodiscard]] std::optional<Message> why_route_is_no_microphone(const SoundRoute& route);

}  // namespace preshift
