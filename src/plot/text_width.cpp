#include "text_width.hpp"

#include "utf8.hpp"

#include <cstddef>

namespace preshift {
namespace {

constexpr std::string_view k_ellipsis = "…";

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

double width_of(char first_byte) {
  constexpr std::string_view k_widest = "MW@%mw";
  constexpr std::string_view k_narrow = " .,:;'|!()[]fijlrtI";
  if (static_cast<unsigned char>(first_byte) >= 0x80) return 1;
  if (k_widest.find(first_byte) != std::string_view::npos) return 1;
  if (k_narrow.find(first_byte) != std::string_view::npos) return 0.4;
  return first_byte >= 'A' && first_byte <= 'Z' ? 0.76 : 0.64;
}

}  // namespace

double estimated_width(std::string_view text) {
  double width = 0;
  for (const char byte : text)
    if (begins_character(byte)) width += width_of(byte);
  return width;
}

std::string cut_to_width(std::string_view text, double width) {
  const std::string shown = printable(text);
  if (estimated_width(shown) <= width) return shown;
  const double room = width - estimated_width(k_ellipsis);
  std::size_t end = 0;
  double used = 0;
  for (; end < shown.size(); ++end) {
    if (!begins_character(shown[end])) continue;
    used += width_of(shown[end]);
    if (used > room) break;
  }
  return shown.substr(0, end).append(k_ellipsis);
}

}  // namespace preshift
