#include "base58.hpp"

#include <algorithm>

namespace preshift {
namespace {

constexpr std::string_view k_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// number * by + add, for a number in this base with its lowest digit first.
void multiply_and_add(std::vector<std::uint8_t>& number, unsigned by, unsigned add, unsigned base) {
  unsigned carry = add;
  for (std::uint8_t& digit : number) {
    carry += digit * by;
    digit = static_cast<std::uint8_t>(carry % base);
    carry /= base;
  }
  for (; carry != 0; carry /= base) number.push_back(static_cast<std::uint8_t>(carry % base));
}

}  // namespace

std::string to_base58(std::span<const std::uint8_t> bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; });
  std::vector<std::uint8_t> digits;
  std::for_each(first, bytes.end(),
                [&](std::uint8_t byte) { multiply_and_add(digits, 256, byte, k_alphabet.size()); });
  std::string text(static_cast<std::size_t>(first - bytes.begin()), k_alphabet.front());
  std::for_each(digits.rbegin(), digits.rend(), [&](std::uint8_t digit) { text += k_alphabet[digit]; });
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base58(std::string_view text) {
  if (text.size() > k_longest_base58) return std::nullopt;
  const std::size_t zeros = std::min(text.find_first_not_of(k_alphabet.front()), text.size());
  std::vector<std::uint8_t> number;
  for (const char c : text.substr(zeros)) {
    const auto digit = k_alphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    multiply_and_add(number, static_cast<unsigned>(k_alphabet.size()), static_cast<unsigned>(digit), 256);
  }
  number.insert(number.end(), zeros, 0);
  std::reverse(number.begin(), number.end());
  return number;
}

}  // namespace preshift
