#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// Byte offset of the first sequence that is not well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms,
/// no surrogates, nothing past U+10FFFF), or nullopt when all of it is.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The text with every ill-formed byte replaced by U+FFFD and every control character by a space: safe to
/// show on a terminal, whatever a device or a file name says.
[[nodiscard]] std::string printable(std::string_view text);

/// Whether printable() would leave the text as it is.
[[nodiscard]] bool is_printable(std::string_view text);

/// Columns that the text takes on a terminal, counting one for each code point (Preshift writes no wide
/// ones).
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace preshift
