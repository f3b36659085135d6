#include "base64.hpp"

#include "openssl_parts.hpp"

#include <cstddef>
#include <limits>

namespace preshift {
namespace {

constexpr std::size_t k_group = 4;   // characters
constexpr std::size_t k_triple = 3;  // bytes in them
constexpr std::size_t k_most = std::numeric_limits<int>::max() / 2;

std::size_t padding_of(std::string_view text) {
  if (text.ends_with("==")) return 2;
  return text.ends_with('=') ? 1 : 0;
}

}  // namespace

std::string to_base64(std::span<const std::uint8_t> bytes) {
  ensure(bytes.size() <= k_most);
  std::string text((bytes.size() + k_triple - 1) / k_triple * k_group + 1, '\0');  // and OpenSSL's final zero
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
  if (text.size() % k_group != 0 || text.size() > k_most) return std::nullopt;
  std::vector<std::uint8_t> bytes(text.size() / k_group * k_triple);
  if (text.empty()) return bytes;
  const int size = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()));
  if (size < 0 || static_cast<std::size_t>(size) != bytes.size()) return std::nullopt;
  bytes.resize(bytes.size() - padding_of(text));
  if (to_base64(bytes) != text)
    return std::nullopt;  // OpenSSL is lenient with white space, padding and rests
  return bytes;
}

}  // namespace preshift
