#pragma once

#include "qr_code.hpp"

#include <string>
#include <string_view>

namespace preshift {

/// For a terminal, two modules in each character, with the quiet zone. In colour it is black on white;
/// without, the light modules are drawn, as most terminals are dark.
[[nodiscard]] std::string qr_half_blocks(const QrCode& code, bool colour);

/// An SVG document, black on white, with the quiet zone, 4 pixels a module.
[[nodiscard]] std::string qr_svg(const QrCode& code, std::string_view title);

/// Columns that the half blocks take.
[[nodiscard]] int qr_columns(const QrCode& code);

}  // namespace preshift
