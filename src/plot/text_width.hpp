#pragma once

#include <string>
#include <string_view>

namespace preshift {

/// How wide a text will be, in units of the letters' size. No font is at hand to measure it, so this is an
/// estimate for a wide one (DejaVu Sans), rather too wide than too narrow; what is not ASCII counts as a full
/// square.
[[nodiscard]] double estimated_width(std::string_view text);

/// The text made printable, cut with an ellipsis to this estimated width in units of the letters' size.
[[nodiscard]] std::string cut_to_width(std::string_view text, double width);

}  // namespace preshift
