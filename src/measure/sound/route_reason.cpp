#include "route_reason.hpp"

#include "sensing_texts.hpp"

namespace preshift {

std::optional<Message> why_route_is_no_microphone(const SoundRoute& route) {
  const auto because = [&](const Text& text) { return Message{text, {route.source, route.evidence}}; };
  switch (route.kind) {
    case RouteKind::monitor:
      return because(sensing_text("chain.monitor"));
    case RouteKind::virtual_device:
      return because(sensing_text("chain.virtual"));
    case RouteKind::filter:
      return because(sensing_text("chain.filter"));
    case RouteKind::hands_free:
      return because(sensing_text("chain.hands_free"));
    case RouteKind::unknown:
    case RouteKind::physical:
      break;
  }
  return std::nullopt;
}

}  // namespace preshift
