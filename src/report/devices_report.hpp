#pragma once

#include "event.hpp"
#include "text.hpp"

#include <string>
#include <vector>

namespace preshift {

/// The devices for a person, microphones first, the default one marked.
[[nodiscard]] std::string devices_text(const std::vector<DeviceListed>& devices, Language language);

/// The devices for a program: {"microphones": [...], "cameras": [...]}.
[[nodiscard]] std::string devices_json(const std::vector<DeviceListed>& devices);

}  // namespace preshift
