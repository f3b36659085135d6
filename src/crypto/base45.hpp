#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// Base45 (RFC 9285): bytes in the 45 characters that a QR code holds most of.
[[nodiscard]] std::string to_base45(std::span<const std::uint8_t> bytes);

/// None for anything that to_base45 never writes: other characters, a rest of one, a group out of range.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_base45(std::string_view text);

}  // namespace preshift
