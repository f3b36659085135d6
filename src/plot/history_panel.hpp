#pragma once

#include "level_plot.hpp"
#include "svg_drawing.hpp"

namespace preshift {

/// The course of LAeq and LAFmax over time and, across it, the levels of the whole. Axis titles and labels
/// stand around the panel (chart_axes.hpp), the legend above it, the levels' names and values to its right,
/// k_level_labels_width wide.
void draw_history_panel(SvgDrawing& drawing, const Box& panel, const LevelPlot& plot, Language language);
inline constexpr double k_level_labels_width = 172;

}  // namespace preshift
