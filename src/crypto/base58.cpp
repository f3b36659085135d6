#include "base58.hpp"

#include <algorithm>
#include <cstddef>

namespace preshift {
namespace {

constexpr std::string_view k_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Digits and bytes are taken in groups, so that a number has few limbs and a key or a signature little work.
constexpr std::size_t k_digits_of_a_limb = 5;
constexpr std::uint64_t k_digits_base = 58ULL * 58 * 58 * 58 * 58;
constexpr std::size_t k_bytes_of_a_limb = 4;
constexpr std::uint64_t k_bytes_base = std::uint64_t{1} << 32U;

/// A number in limbs of a base, the lowest first.
using Limbs = std::vector<std::uint32_t>;

/// number * by + add; by and add are at most the other of the two bases, so that nothing overflows.
void multiply_and_add(Limbs& number, std::uint64_t by, std::uint64_t add, std::uint64_t base) {
  std::uint64_t carry = add;
  for (std::uint32_t& limb : number) {
    carry += limb * by;
    limb = static_cast<std::uint32_t>(carry % base);
    carry /= base;
  }
  for (; carry != 0; carry /= base) number.push_back(static_cast<std::uint32_t>(carry % base));
}

/// The number's digits in a smaller base, the highest first and not zero; each limb holds `of_a_limb` of
/// them.
std::vector<std::uint8_t> digits_of(const Limbs& number, std::uint32_t base, std::size_t of_a_limb) {
  std::vector<std::uint8_t> digits;
  for (std::uint32_t limb : number) {
    for (std::size_t i = 0; i < of_a_limb; ++i, limb /= base)
      digits.push_back(static_cast<std::uint8_t>(limb % base));
  }
  while (!digits.empty() && digits.back() == 0) digits.pop_back();
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

std::string to_base58(std::span<const std::uint8_t> bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; });
  std::string text(static_cast<std::size_t>(first - bytes.begin()), k_alphabet.front());
  Limbs number;
  for (auto rest = bytes.subspan(text.size()); !rest.empty();) {
    const auto group = rest.first(std::min(rest.size(), k_bytes_of_a_limb));
    std::uint64_t by = 1;
    std::uint64_t add = 0;
    for (const std::uint8_t byte : group) {
      by *= 256;
      add = add * 256 + byte;
    }
    multiply_and_add(number, by, add, k_digits_base);
    rest = rest.subspan(group.size());
  }
  for (const std::uint8_t digit : digits_of(number, 58, k_digits_of_a_limb)) text += k_alphabet[digit];
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base58(std::string_view text) {
  if (text.size() > k_longest_base58) return std::nullopt;
  const std::size_t zeros = std::min(text.find_first_not_of(k_alphabet.front()), text.size());
  Limbs number;
  for (std::string_view rest = text.substr(zeros); !rest.empty();) {
    const std::string_view group = rest.substr(0, k_digits_of_a_limb);
    std::uint64_t by = 1;
    std::uint64_t add = 0;
    for (const char c : group) {
      const auto digit = k_alphabet.find(c);
      if (digit == std::string_view::npos) return std::nullopt;
      by *= 58;
      add = add * 58 + digit;
    }
    multiply_and_add(number, by, add, k_bytes_base);
    rest.remove_prefix(group.size());
  }
  std::vector<std::uint8_t> bytes = digits_of(number, 256, k_bytes_of_a_limb);
  bytes.insert(bytes.begin(), zeros, 0);
  return bytes;
}

}  // namespace preshift
