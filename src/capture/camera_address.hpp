#pragma once

#include "event.hpp"
#include "video_module.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What a user's words for a camera mean.
struct CameraAddress {
  CameraKind kind = CameraKind::index;
  int index = 0;
  std::string text;  ///< of the other kinds
  std::string name;  ///< to show: never with the password of a URL
};

/// Empty is the first camera listed, or index 0 where none is. Else an index, a URL (with ://), a GStreamer
/// pipeline (with !), a device file (/dev/...), or the name of one that is listed, whole or the part that
/// only it has. Nothing when it is none of these.
[[nodiscard]] std::optional<CameraAddress> camera_address(const std::string& camera,
                                                          std::span<const DeviceListed> listed);

/// Whether a GStreamer pipeline has an element that takes pictures elsewhere: any sink but appsink. Such a
/// pipeline could write or send what the camera sees, from before this process is confined.
[[nodiscard]] bool leads_elsewhere(std::string_view pipeline);

/// The text without what stands between :// and @ in the URLs in it, and without what follows their ?.
[[nodiscard]] std::string without_credentials(const std::string& text);

/// Cameras of Linux's video4linux: `nodes` is /sys/class/video4linux, `records` is udev's /run/udev/data. A
/// camera's further nodes, for metadata, are told from it by udev's record of what they can do, or, where
/// there is none, by their number within the device. Empty where `nodes` is not there.
[[nodiscard]] std::vector<DeviceListed> cameras_of_video4linux(const std::filesystem::path& nodes,
                                                               const std::filesystem::path& records);

}  // namespace preshift
