#include "chart_legend.hpp"

#include "chart_axes.hpp"
#include "plot_style.hpp"
#include "text_width.hpp"

namespace preshift {

void draw_legend(SvgDrawing& drawing, Point at, const std::vector<LegendEntry>& entries) {
  using namespace plot_style;
  constexpr double k_sample_width = 26;
  constexpr double k_sample_height = 12;
  drawing.begin_group("legend");
  for (const LegendEntry& entry : entries) {
    const Box sample{at.x, at.y - k_sample_height / 2, k_sample_width, k_sample_height};
    if (!entry.fill.empty()) drawing.box(sample, entry.fill);
    if (entry.hatch) drawing.hatch(sample, *entry.hatch);
    if (entry.line && entry.is_uncertainty)
      draw_uncertainty(drawing, sample.left + k_sample_width / 2, sample.top, sample.bottom(), *entry.line);
    else if (entry.line)
      drawing.line({sample.left, at.y}, {sample.right(), at.y}, *entry.line);
    drawing.words({sample.right() + 6, at.y + k_middle_to_baseline * k_letters}, entry.words, {k_letters});
    at.x = sample.right() + 6 + k_letters * estimated_width(entry.words) + 20;
  }
  drawing.end_group();
}

void draw_uncertainty(SvgDrawing& drawing, double x, double top, double bottom, const Stroke& stroke) {
  constexpr double k_half_cap = 4;
  drawing.line({x, top}, {x, bottom}, stroke);
  drawing.line({x - k_half_cap, top}, {x + k_half_cap, top}, stroke);
  drawing.line({x - k_half_cap, bottom}, {x + k_half_cap, bottom}, stroke);
}

}  // namespace preshift
