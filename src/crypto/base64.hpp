#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// Base64 (RFC 4648, section 4): the standard alphabet, padded, without line ends.
[[nodiscard]] std::string to_base64(std::span<const std::uint8_t> bytes);

/// None for anything that to_base64 never writes: another alphabet, white space, missing padding, bits set
/// after the last byte. So bytes have one text only.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace preshift
