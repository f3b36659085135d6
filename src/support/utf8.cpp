#include "utf8.hpp"

#include <algorithm>

namespace preshift {
namespace {

unsigned byte_at(std::string_view text, std::size_t index) {
  return static_cast<unsigned char>(text[index]);
}

/// Length of the well-formed sequence at `index`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t index) {
  const unsigned lead = byte_at(text, index);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || index + length > text.size()) return 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  const unsigned second = byte_at(text, index + 1);
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, index + i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

bool is_control(std::string_view text, std::size_t index, std::size_t length) {
  const unsigned lead = byte_at(text, index);
  if (length == 1) return lead < 0x20 || lead == 0x7F;
  return length == 2 && lead == 0xC2 && byte_at(text, index + 1) < 0xA0;  // C1
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t index = 0; index < text.size();) {
    const std::size_t length = sequence_length(text, index);
    if (length == 0) return index;
    index += length;
  }
  return std::nullopt;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t index = 0; index < text.size();) {
    const std::size_t length = sequence_length(text, index);
    if (length == 0) {
      shown += "\xEF\xBF\xBD";
    } else if (is_control(text, index, length)) {
      shown += ' ';
    } else {
      shown += text.substr(index, length);
    }
    index += std::max<std::size_t>(length, 1);
  }
  return shown;
}

bool is_printable(std::string_view text) {
  for (std::size_t index = 0; index < text.size();) {
    const std::size_t length = sequence_length(text, index);
    if (length == 0 || is_control(text, index, length)) return false;
    index += length;
  }
  return true;
}

std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace preshift
