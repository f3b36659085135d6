#include "route_clues.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace preshift {
namespace {

struct Sign {
  RouteKind kind;
  std::string_view words;
};

// Names of what people install, as its makers write them, and what systems call such devices. Words that a
// headset's own maker may print on it (noise cancelling, monitor, virtual surround) are not among them alone.
constexpr std::array k_signs{
    // Processed copies of a microphone
    Sign{RouteKind::filter, "echo cancel*"},
    Sign{RouteKind::filter, "noisetorch*"},
    Sign{RouteKind::filter, "nui mic*"},
    Sign{RouteKind::filter, "rnnoise*"},
    Sign{RouteKind::filter, "easyeffects*"},
    Sign{RouteKind::filter, "easy effects"},
    Sign{RouteKind::filter, "pulseeffects*"},
    Sign{RouteKind::filter, "deep filter"},
    Sign{RouteKind::filter, "deepfilter*"},
    Sign{RouteKind::filter, "cadmus"},
    Sign{RouteKind::filter, "filter chain"},
    Sign{RouteKind::filter, "ladspa*"},
    Sign{RouteKind::filter, "krisp"},
    Sign{RouteKind::filter, "nvidia broadcast"},
    Sign{RouteKind::filter, "rtx voice"},
    Sign{RouteKind::filter, "steelseries sonar"},
    Sign{RouteKind::filter, "nahimic"},
    Sign{RouteKind::filter, "voicemod"},
    Sign{RouteKind::filter, "morphvox*"},
    Sign{RouteKind::filter, "voice changer"},
    Sign{RouteKind::filter, "microphonefx"},
    Sign{RouteKind::filter, "ai noise"},
    Sign{RouteKind::filter, "voice isolation"},
    Sign{RouteKind::filter, "noise suppression"},
    Sign{RouteKind::filter, "noise suppressor"},
    Sign{RouteKind::filter, "noise reduction"},
    Sign{RouteKind::filter, "noise canceling source"},
    Sign{RouteKind::filter, "noise cancelling source"},
    Sign{RouteKind::filter, "denois*"},
    Sign{RouteKind::filter, "réduction de bruit"},
    Sign{RouteKind::filter, "réduction du bruit"},
    Sign{RouteKind::filter, "suppression du bruit"},
    Sign{RouteKind::filter, "annulation d écho"},
    Sign{RouteKind::filter, "annulation de l écho"},
    Sign{RouteKind::filter, "rauschunterdrückung"},
    Sign{RouteKind::filter, "geräuschunterdrückung"},
    Sign{RouteKind::filter, "echounterdrückung"},
    // Bluetooth's telephone mode
    Sign{RouteKind::hands_free, "hands free ag"},
    Sign{RouteKind::hands_free, "hands free hf"},
    Sign{RouteKind::hands_free, "handsfree head unit"},
    Sign{RouteKind::hands_free, "headset head unit"},
    Sign{RouteKind::hands_free, "mains libres ag"},
    Sign{RouteKind::hands_free, "freisprecheinrichtung ag"},
    // What this computer plays
    Sign{RouteKind::monitor, "monitor of"},
    Sign{RouteKind::monitor, "moniteur de"},
    Sign{RouteKind::monitor, "monitor von"},
    Sign{RouteKind::monitor, "stereo mix"},
    Sign{RouteKind::monitor, "stereomix"},
    Sign{RouteKind::monitor, "mixage stéréo"},
    Sign{RouteKind::monitor, "what u hear"},
    Sign{RouteKind::monitor, "wave out mix"},
    // Other programs' devices
    Sign{RouteKind::virtual_device, "vb audio"},
    Sign{RouteKind::virtual_device, "vb cable"},
    Sign{RouteKind::virtual_device, "cable output"},
    Sign{RouteKind::virtual_device, "virtual cable"},
    Sign{RouteKind::virtual_device, "virtual audio*"},
    Sign{RouteKind::virtual_device, "virtual mic"},
    Sign{RouteKind::virtual_device, "virtual microphone"},
    Sign{RouteKind::virtual_device, "virtual source"},
    Sign{RouteKind::virtual_device, "virtual device"},
    Sign{RouteKind::virtual_device, "virtual input"},
    Sign{RouteKind::virtual_device, "virtual desktop audio"},
    Sign{RouteKind::virtual_device, "micro virtuel"},
    Sign{RouteKind::virtual_device, "microphone virtuel"},
    Sign{RouteKind::virtual_device, "périphérique virtuel"},
    Sign{RouteKind::virtual_device, "virtuelles mikrofon"},
    Sign{RouteKind::virtual_device, "virtuelles gerät"},
    Sign{RouteKind::virtual_device, "voicemeeter*"},
    Sign{RouteKind::virtual_device, "blackhole*"},
    Sign{RouteKind::virtual_device, "soundflower*"},
    Sign{RouteKind::virtual_device, "loopback"},
    Sign{RouteKind::virtual_device, "snd aloop"},
    Sign{RouteKind::virtual_device, "snd dummy"},
    Sign{RouteKind::virtual_device, "null output"},
    Sign{RouteKind::virtual_device, "module null sink"},
    Sign{RouteKind::virtual_device, "wave link"},
    Sign{RouteKind::virtual_device, "zoomaudiodevice"},
    Sign{RouteKind::virtual_device, "microsoft teams audio*"},
    Sign{RouteKind::virtual_device, "discord"},
    Sign{RouteKind::virtual_device, "ndi audio"},
    Sign{RouteKind::virtual_device, "steam streaming microphone"},
    Sign{RouteKind::virtual_device, "droidcam*"},
    Sign{RouteKind::virtual_device, "wo mic*"},
    Sign{RouteKind::virtual_device, "iriun*"},
    Sign{RouteKind::virtual_device, "remote audio"},
};

bool is_letter_or_digit(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

/// Of one byte, given the one before: letters beyond ASCII are two bytes in UTF-8, 0xC3 first in this range.
unsigned char lower_case(unsigned char byte, unsigned char before) {
  constexpr unsigned char k_to_lower = 0x20;
  const bool ascii = byte >= 'A' && byte <= 'Z';
  const bool western = before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;  // not the times sign
  return static_cast<unsigned char>(ascii || western ? byte + k_to_lower : byte);
}

bool has_sign(std::string_view searched, RouteKind kind) {
  return std::any_of(k_signs.begin(), k_signs.end(),
                     [&](const Sign& sign) { return sign.kind == kind && has_words(searched, sign.words); });
}

}  // namespace

std::string searchable(std::string_view text) {
  std::string words = " ";
  unsigned char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned char lower = lower_case(byte, before);
    before = byte;
    if (is_letter_or_digit(lower))
      words += static_cast<char>(lower);
    else if (words.back() != ' ')
      words += ' ';
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

bool has_words(std::string_view searchable, std::string_view words) {
  const bool open = words.ends_with('*');
  const std::string_view wanted = open ? words.substr(0, words.size() - 1) : words;
  for (std::size_t at = searchable.find(wanted); at != std::string_view::npos;
       at = searchable.find(wanted, at + 1)) {
    const bool begins = at > 0 && searchable[at - 1] == ' ';
    if (begins && (open || searchable.substr(at + wanted.size()).starts_with(' '))) return true;
  }
  return false;
}

std::optional<Clue> first_clue(const std::vector<std::string>& texts) {
  std::vector<std::string> searched;
  for (const std::string& text : texts) searched.push_back(searchable(text));
  for (const RouteKind kind :
       {RouteKind::filter, RouteKind::hands_free, RouteKind::monitor, RouteKind::virtual_device}) {
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (has_sign(searched[i], kind)) return Clue{kind, texts[i]};
  }
  return std::nullopt;
}

}  // namespace preshift
