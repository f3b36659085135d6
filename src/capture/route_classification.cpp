#include "route_classification.hpp"

#include "route_clues.hpp"

#include <initializer_list>
#include <optional>
#include <vector>

namespace preshift {
namespace {

const std::string& property(const SourceProperties& source, std::string_view key) {
  static const std::string s_none;
  const auto found = source.properties.find(key);
  return found == source.properties.end() ? s_none : found->second;
}

/// All that may name a maker or a purpose, what a person recognises first.
std::vector<std::string> texts_of(const SourceProperties& source) {
  std::vector<std::string> texts{source.description, source.module, source.driver, source.name};
  for (const char* key : {"node.description", "node.nick", "node.name", "media.name", "device.product.name",
                          "application.name", "node.link-group", "node.group"})
    texts.push_back(property(source, key));
  return texts;
}

bool any_word(const std::string& text, std::initializer_list<std::string_view> choices) {
  const std::string searched = searchable(text);
  for (const std::string_view words : choices)
    if (has_words(searched, words)) return true;
  return false;
}

bool is_bluetooth(const SourceProperties& source) {
  return property(source, "device.api").starts_with("bluez") ||
         property(source, "device.bus") == "bluetooth" || source.name.starts_with("bluez_");
}

/// By the profile where one is told: a2dp is music from a telephone, bap is LE Audio. Where none is, PipeWire
/// offers a microphone for which it will switch the headset over.
RouteFinding classify_bluetooth(const SourceProperties& source) {
  for (const std::string& profile :
       {property(source, "api.bluez5.profile"), property(source, "bluetooth.protocol"),
        property(source, "device.profile.name"), property(source, "api.bluez5.codec"), source.name}) {
    if (any_word(profile,
                 {"headset*", "handsfree*", "hands free", "hsp*", "hfp*", "cvsd", "msbc", "lc3 swb"}))
      return {RouteKind::hands_free, profile};
    if (any_word(profile, {"bap*"})) return {RouteKind::physical, {}};
    if (any_word(profile, {"a2dp*"})) return {};
  }
  return {RouteKind::hands_free, source.name};
}

/// Sound cards that only the kernel's memory has.
std::optional<std::string> imaginary_card(const SourceProperties& source) {
  for (const char* key : {"alsa.card_name", "api.alsa.card.name", "alsa.driver_name", "alsa.id"}) {
    const std::string& text = property(source, key);
    const std::string searched = searchable(text);
    if (searched == " loopback " || searched == " dummy " || any_word(text, {"snd aloop", "snd dummy"}))
      return text;
  }
  if (any_word(source.name, {"snd aloop", "snd dummy"})) return source.name;
  return std::nullopt;
}

/// ALSA's user-space plugins, such as one that reads a file, have no card.
bool has_card(const SourceProperties& source) {
  return !property(source, "alsa.card").empty() || !property(source, "api.alsa.card").empty() ||
         !property(source, "api.alsa.pcm.card").empty();
}

/// A source with the flag of hardware that a plugin makes or a factory of PipeWire's own, such as
/// support.null-audio-sink.
std::optional<std::string> imaginary_hardware(const SourceProperties& source) {
  const std::string& factory = property(source, "factory.name");
  if (!factory.empty() && !factory.starts_with("api.")) return factory;
  const std::string& media_class = property(source, "media.class");
  if (media_class.ends_with("/Virtual")) return media_class;
  if (property(source, "device.api") == "alsa" && !has_card(source)) return source.name;
  return imaginary_card(source);
}

/// PulseAudio says `filter` of every source that has another one for a master.
bool only_copies(const SourceProperties& source) {
  return any_word(source.module + ' ' + source.driver, {"module remap source", "module virtual source"});
}

std::string maker_of(const SourceProperties& source) {
  if (!source.module.empty()) return source.module;
  for (const char* key : {"factory.name", "media.class"})
    if (!property(source, key).empty()) return property(source, key);
  return source.driver.empty() ? source.name : source.driver;
}

}  // namespace

RouteFinding classify_source(const SourceProperties& source) {
  if (!source.monitor_of.empty() || property(source, "device.class") == "monitor")
    return {RouteKind::monitor, source.description.empty() ? source.name : source.description};
  if (is_bluetooth(source)) return classify_bluetooth(source);
  if (source.hardware) {
    const auto imaginary = imaginary_hardware(source);
    return imaginary ? RouteFinding{RouteKind::virtual_device, *imaginary}
                     : RouteFinding{RouteKind::physical, {}};
  }
  const auto clue = first_clue(texts_of(source));
  if (clue && clue->kind == RouteKind::filter) return {clue->kind, clue->text};
  const bool processes = property(source, "device.class") == "filter" && !only_copies(source);
  return {processes ? RouteKind::filter : RouteKind::virtual_device, maker_of(source)};
}

RouteFinding classify_device_name(std::string_view name, std::string_view host_api) {
  const std::string whole(name);
  if (is_alsa_hardware(name, host_api)) {
    const std::string card(name.substr(0, name.find(':')));
    if (any_word(card, {"loopback", "dummy"})) return {RouteKind::virtual_device, whole};
    return {RouteKind::physical, {}};
  }
  // PortAudio's own mark for what a WASAPI output plays
  if (name.ends_with("[Loopback]")) return {RouteKind::monitor, whole};
  const auto clue = first_clue({whole});
  return clue ? RouteFinding{clue->kind, whole} : RouteFinding{};
}

bool is_alsa_hardware(std::string_view name, std::string_view host_api) {
  return host_api == "ALSA" && name.find("(hw:") != std::string_view::npos;
}

}  // namespace preshift
