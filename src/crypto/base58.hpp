#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// Texts longer than this are refused: the conversion takes time with the square of the length.
inline constexpr std::size_t k_longest_base58 = 256;

/// The alphabet of Bitcoin; each leading zero byte is a `1`. Not for secrets: its time depends on the bytes.
[[nodiscard]] std::string to_base58(std::span<const std::uint8_t> bytes);

/// None for any other character and for more than k_longest_base58 of them.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_base58(std::string_view text);

}  // namespace preshift
