#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace preshift {

/// A SHA-256 digest (FIPS 180-4). `to_hex` (hex.hpp) writes it.
using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);

}  // namespace preshift
