#pragma once

#include <optional>
#include <string>

namespace preshift {

/// What stands between the room and the samples, as the operating system describes it.
enum class RouteKind {
  unknown,         ///< nothing tells
  physical,        ///< a microphone or line input of this computer
  monitor,         ///< listens to what this computer plays
  virtual_device,  ///< made by a program: a loopback, a cable, a null sink, a pipe
  filter,          ///< a program's processed copy of a microphone: echo cancellation, noise suppression
  hands_free,      ///< Bluetooth in its telephone mode, which is processed by the headset
};

/// How sound reaches us. For files all of it is unknown.
struct SoundRoute {
  RouteKind kind = RouteKind::unknown;
  std::string source;  ///< the sound server's name for its source; empty without a server
  std::string
      evidence;  ///< the words that decided the kind, such as `module-echo-cancel`; empty for physical
  std::optional<double>
      gain_db;         ///< the source's volume in the sound server, 0 for unity; none when not known
  bool muted = false;  ///< by the sound server
};

}  // namespace preshift
