#include "stored_values.hpp"

#include "hex.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace preshift {
namespace {

constexpr std::string_view k_urn = "urn:uuid:";
constexpr std::size_t k_uuid_size = 36;
constexpr std::size_t k_uuid_bytes = 16;
constexpr std::size_t k_dashes[] = {8, 13, 18, 23};
constexpr char k_uuid_mark = 'u';
constexpr char k_text_mark = 't';

std::string text_of(const std::vector<std::uint8_t>& bytes) {
  return {bytes.begin(), bytes.end()};
}

std::span<const std::uint8_t> span_of(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

std::string with_dashes(std::string uuid) {
  for (const std::size_t place : k_dashes) uuid.insert(place, 1, '-');
  return uuid;
}

/// The 16 bytes; none when the text is not what with_dashes() writes.
std::optional<std::string> bytes_of_uuid(std::string_view text) {
  if (text.size() != k_uuid_size) return std::nullopt;
  std::string digits(text);
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  const auto bytes = from_hex(digits);
  if (!bytes || bytes->size() != k_uuid_bytes || with_dashes(to_hex(*bytes)) != text) return std::nullopt;
  return text_of(*bytes);
}

}  // namespace

std::optional<std::string> packed_digest(std::string_view hexadecimal) {
  const auto bytes = from_hex(hexadecimal);
  if (!bytes || bytes->size() != MerkleHash{}.size() || to_hex(*bytes) != hexadecimal) return std::nullopt;
  return text_of(*bytes);
}

std::string unpacked_digest(std::string_view bytes) {
  return to_hex(span_of(bytes));
}

std::string packed_id(std::string_view id) {
  if (id.empty()) return "";
  if (id.starts_with(k_urn))
    if (const auto bytes = bytes_of_uuid(id.substr(k_urn.size()))) return k_uuid_mark + *bytes;
  return k_text_mark + std::string(id);
}

std::string unpacked_id(std::string_view bytes) {
  if (bytes.empty()) return "";
  const std::string_view rest = bytes.substr(1);
  if (bytes.front() == k_text_mark || rest.size() != k_uuid_bytes) return std::string(rest);
  return std::string(k_urn) + with_dashes(to_hex(span_of(rest)));
}

std::string storable_text(std::string_view text) {
  if (find_invalid_utf8(text)) return printable(text);
  std::string storable(text);
  for (std::size_t at = storable.find('\0'); at != std::string::npos; at = storable.find('\0', at))
    storable.replace(at, 1, "\xEF\xBF\xBD");  // U+FFFD
  return storable;
}

MerkleHash hash_of(std::string_view bytes) {
  MerkleHash hash{};
  if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

}  // namespace preshift
