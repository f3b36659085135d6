#pragma once

#include <string>
#include <string_view>

namespace preshift {

/// The beginning of a text from a file, fit to be quoted in a message: no control characters, at most 60
/// characters.
[[nodiscard]] std::string excerpt(std::string_view text);

}  // namespace preshift
