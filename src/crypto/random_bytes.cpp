#include "random_bytes.hpp"

#include "hex.hpp"
#include "openssl_parts.hpp"

#include <openssl/rand.h>

#include <array>
#include <cstddef>

namespace preshift {

void fill_with_random(std::span<std::uint8_t> bytes) {
  ensure(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
}

std::string random_uuid_urn() {
  std::array<std::uint8_t, 16> bytes{};
  fill_with_random(bytes);
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  const std::string digits = to_hex(bytes);
  std::string text = "urn:uuid:";
  for (std::size_t place = 0; place < digits.size(); ++place) {
    if (place == 8 || place == 12 || place == 16 || place == 20) text += '-';
    text += digits[place];
  }
  return text;
}

}  // namespace preshift
