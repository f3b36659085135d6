#pragma once

#include <string>

namespace preshift {

/// What stands between the room and the pictures, as the operating system describes it.
enum class CameraRouteKind {
  unknown,         ///< nothing tells; always so for recordings
  physical,        ///< a camera of this computer
  network,         ///< a camera at a network address: what sends the pictures cannot be seen from here
  virtual_device,  ///< made by a program, which may show whatever it likes
};

struct CameraRoute {
  CameraRouteKind kind = CameraRouteKind::unknown;
  bool is_recording = false;  ///< files, not a camera
  std::string name;           ///< of the camera
  std::string evidence;       ///< the words that gave a virtual device away; empty for the others
};

}  // namespace preshift
