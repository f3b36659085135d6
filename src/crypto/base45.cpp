#include "base45.hpp"

#include <cstddef>

namespace preshift {
namespace {

constexpr std::string_view k_alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned k_base = 45;

void append_digits(std::string& text, unsigned value, int count) {
  for (; count > 0; --count, value /= k_base) text += k_alphabet[value % k_base];
}

/// The number that a group of digits stands for, the least weighty first.
std::optional<unsigned> number_in(std::string_view group) {
  unsigned value = 0;
  for (std::size_t i = group.size(); i-- > 0;) {
    const std::size_t digit = k_alphabet.find(group[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * k_base + static_cast<unsigned>(digit);
  }
  return value;
}

}  // namespace

std::string to_base45(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (; bytes.size() >= 2; bytes = bytes.subspan(2)) append_digits(text, bytes[0] * 256U + bytes[1], 3);
  if (!bytes.empty()) append_digits(text, bytes[0], 2);
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base45(std::string_view text) {
  constexpr unsigned k_byte = 256;
  std::vector<std::uint8_t> bytes;
  while (!text.empty()) {
    const std::string_view group = text.substr(0, 3);
    text.remove_prefix(group.size());
    const auto value = number_in(group);
    const bool is_pair = group.size() == 3;
    if (!value || group.size() == 1 || *value >= (is_pair ? k_byte * k_byte : k_byte)) return std::nullopt;
    if (is_pair) bytes.push_back(static_cast<std::uint8_t>(*value / k_byte));
    bytes.push_back(static_cast<std::uint8_t>(*value % k_byte));
  }
  return bytes;
}

}  // namespace preshift
