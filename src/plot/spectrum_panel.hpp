#pragma once

#include "level_plot.hpp"
#include "svg_drawing.hpp"

namespace preshift {

/// Third-octave bands as bars from the axis's foot, their uncertainty as whiskers, unknown ones hatched; to
/// the right of the panel, k_sum_bars_width wide, the A- and Z-weighted sums on the same axis. Axis titles
/// and labels stand around the panel (chart_axes.hpp), the legend above it.
void draw_spectrum_panel(SvgDrawing& drawing, const Box& panel, const PlottedSpectrum& spectrum,
                         std::string_view unit, Language language);
inline constexpr double k_sum_bars_width = 150;

}  // namespace preshift
