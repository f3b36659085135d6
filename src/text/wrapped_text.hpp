#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preshift {

/// The text broken at spaces into lines of at most `width` columns (a longer word stands alone); every line
/// but the first begins with `indent`, which does not count. Line breaks in the text stay.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace preshift
