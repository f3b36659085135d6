#pragma once

#include "sound_route.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace preshift {

/// What a sound server tells about one of its sources, in PulseAudio's words, which PipeWire speaks too.
struct SourceProperties {
  std::string name;
  std::string description;
  std::string module;      ///< that made it, such as module-echo-cancel; empty where none did
  std::string driver;      ///< the module's source file, such as module-alsa-card.c; PipeWire's is PipeWire
  std::string monitor_of;  ///< name of the output it listens to; empty for all others
  bool hardware = false;   ///< the server's own flag, which a source's maker cannot set through properties
  std::map<std::string, std::string, std::less<>> properties;
};

/// A kind and the words that decided it, as the system wrote them; none for physical and unknown.
struct RouteFinding {
  RouteKind kind = RouteKind::unknown;
  std::string evidence;

  friend bool operator==(const RouteFinding&, const RouteFinding&) = default;
};

/// What kind of source this is. What the server knows for itself (monitor, hardware, module) counts before
/// what a source is called, so that a real microphone is never blamed for its name. What is not hardware was
/// made by a program.
[[nodiscard]] RouteFinding classify_source(const SourceProperties& source);

/// The same for a device of which only PortAudio's name is known: a kind where the name is one that programs
/// give to what they make, physical for a sound card opened directly through ALSA, else unknown. Names in
/// English, French and German.
[[nodiscard]] RouteFinding classify_device_name(std::string_view name, std::string_view host_api);

/// Whether PortAudio reaches this device without a sound server: ALSA's `hw:`.
[[nodiscard]] bool is_alsa_hardware(std::string_view name, std::string_view host_api);

}  // namespace preshift
