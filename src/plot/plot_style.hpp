#pragma once

#include "svg_drawing.hpp"

#include <string_view>

namespace preshift {

/// Colours that differ in brightness as much as in hue, so that a picture printed in grey still tells them
/// apart. Words reach a contrast of 7 to 1 on white and on the lighter fills.
namespace plot_style {
inline constexpr std::string_view k_ink = "#1a1a1a";
inline constexpr std::string_view k_soft_ink = "#4d4d4d";
inline constexpr std::string_view k_grid = "#dedede";
inline constexpr std::string_view k_curve = "#12355b";
inline constexpr std::string_view k_pale = "#c9d9e8";
inline constexpr std::string_view k_edge = "#6f93b5";
inline constexpr std::string_view k_bar = "#a3bfd8";
inline constexpr std::string_view k_sum_bar = "#6f97bd";
inline constexpr std::string_view k_accent = "#b3400e";

/// What is not known, and what cannot be trusted.
inline constexpr Hatch k_unknown{"#8c8c8c", "#ffffff", 6, 1, true};
inline constexpr Hatch k_overload{"#8f1d14", "#f6d9d5", 4, 2, false};

inline constexpr double k_letters = 13;
inline constexpr double k_heading = 15;
}  // namespace plot_style

}  // namespace preshift
