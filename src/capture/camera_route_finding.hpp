#pragma once

#include "camera_address.hpp"
#include "camera_route.hpp"

#include <filesystem>
#include <string_view>

namespace preshift {

/// What kind of camera this is. `nodes` is /sys/class/video4linux. What the kernel knows counts before what a
/// device is called: a node without a device below it (v4l2loopback's, whatever name it was given) and the
/// kernel's own test driver are virtual; else a device with a name that programs give to what they make; else
/// physical where the kernel knows the device, unknown where it does not. A pipeline is what its source
/// element is.
[[nodiscard]] CameraRoute camera_route(const CameraAddress& address, const std::filesystem::path& nodes);

/// Whether programs give such names to the cameras they make: OBS, ManyCam, Snap Camera, XSplit, DroidCam,
/// NVIDIA Broadcast and their like.
[[nodiscard]] bool names_virtual_camera(std::string_view name);

}  // namespace preshift
