#include "draw.hpp"

namespace preshift {

std::string Draw::hexadecimal(std::size_t digits) {
  constexpr char k_digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(digits);
  std::uint64_t left = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (i % 16 == 0) left = bits();
    text += k_digits[left & 15U];
    left >>= 4U;
  }
  return text;
}

std::string Draw::uuid() {
  std::string text = hexadecimal(32);
  text[12] = '4';
  text[16] = "89ab"[bits() & 3U];
  for (const std::size_t place : {20U, 16U, 12U, 8U}) text.insert(place, 1, '-');
  return "urn:uuid:" + text;
}

}  // namespace preshift
