#pragma once

#include <string_view>

namespace preshift {

/// Lower-case words of ASCII letters and digits, at most 64 characters in all, the first beginning with a
/// letter, joined by one of `joints`.
[[nodiscard]] bool is_name(std::string_view text, std::string_view joints);

}  // namespace preshift
