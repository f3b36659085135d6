#pragma once

#include "svg_drawing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// A sample and what it means. The sample is a small box of `fill` or `hatch`, if any, and upon it a level
/// line of `line` or, for an uncertainty, a whisker of it.
struct LegendEntry {
  std::string words;
  std::string_view fill{};
  std::optional<Hatch> hatch{};
  std::optional<Stroke> line{};
  bool is_uncertainty = false;
};

/// In one row from `at`, the middle of its left end. Widths of words are estimated (text_width.hpp).
void draw_legend(SvgDrawing& drawing, Point at, const std::vector<LegendEntry>& entries);

/// A whisker: a vertical line with a cap at each end.
void draw_uncertainty(SvgDrawing& drawing, double x, double top, double bottom, const Stroke& stroke);

}  // namespace preshift
