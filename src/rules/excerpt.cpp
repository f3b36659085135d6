#include "excerpt.hpp"

#include "utf8.hpp"

#include <cstddef>

namespace preshift {

std::string excerpt(std::string_view text) {
  constexpr std::size_t k_longest = 60;
  constexpr std::size_t k_bytes_a_character = 4;
  std::string shown = printable(text.substr(0, (k_longest + 1) * k_bytes_a_character));
  if (display_width(shown) <= k_longest) return shown;
  std::size_t end = 0;
  for (std::size_t characters = 0; end < shown.size(); ++end) {
    const bool begins_character = (static_cast<unsigned char>(shown[end]) & 0xC0U) != 0x80U;
    if (begins_character && ++characters == k_longest) break;
  }
  return shown.substr(0, end) + "…";
}

}  // namespace preshift
