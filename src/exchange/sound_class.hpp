#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace preshift {

/// What a noise can come from; the measures `sound.CLASS.seconds` and `sound.CLASS.events` bear these names.
inline constexpr std::array<std::string_view, 11> k_sound_classes{
    "child",         "dog",           "cat",
    "speech",        "music_or_tv",   "appliance",
    "alarm_or_ring", "knock_or_door", "keyboard_or_mouse",
    "agent_body",    "quiet"};

/// The place of a class in the list above.
[[nodiscard]] inline std::optional<std::size_t> find_sound_class(std::string_view name) {
  const auto found = std::find(k_sound_classes.begin(), k_sound_classes.end(), name);
  if (found == k_sound_classes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - k_sound_classes.begin());
}

}  // namespace preshift
