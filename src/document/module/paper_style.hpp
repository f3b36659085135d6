#pragma once

namespace preshift::paper {

/// A colour as 0xRRGGBB. The look is that of html_style.hpp, in points (1/72 inch).
using Ink = unsigned;

inline constexpr Ink k_ink = 0x1a1a1a;
inline constexpr Ink k_soft = 0x4d4d4d;
inline constexpr Ink k_line = 0xd8dde3;
inline constexpr Ink k_accent = 0x12355b;
inline constexpr Ink k_wash = 0xf4f6f9;

inline constexpr double k_page_width = 595.276;  ///< A4
inline constexpr double k_page_height = 841.89;
inline constexpr double k_left = 51;  ///< 18 mm
inline constexpr double k_width = k_page_width - 2 * k_left;
inline constexpr double k_top = 54;
inline constexpr double k_bottom = k_page_height - 68;  ///< the footer stands below
inline constexpr double k_height = k_bottom - k_top;
inline constexpr double k_footer = k_page_height - 44;

struct Lettering {
  double size = 10;
  Ink ink = k_ink;
  bool bold = false;
};

inline constexpr Lettering k_body{};
inline constexpr Lettering k_title{22, k_accent, true};
inline constexpr Lettering k_subtitle{11, k_soft};
inline constexpr Lettering k_heading_2{14, k_accent, true};
inline constexpr Lettering k_heading_3{11, k_accent, true};
inline constexpr Lettering k_caption{9.5, k_accent, true};
inline constexpr Lettering k_small{8.5, k_soft};
inline constexpr Lettering k_footer_letters{8, k_soft};

}  // namespace preshift::paper
