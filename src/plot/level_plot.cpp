#include "level_plot.hpp"

#include "chart_axes.hpp"
#include "history_panel.hpp"
#include "plot_description.hpp"
#include "plot_style.hpp"
#include "plot_texts.hpp"
#include "spectrum_panel.hpp"
#include "svg_drawing.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace preshift {
namespace {

using namespace plot_style;

constexpr double k_width = 900;
constexpr double k_edge_margin = 14;
constexpr double k_left = k_edge_margin + k_left_margin;
constexpr double k_panel_width = k_width - k_left - k_level_labels_width - k_edge_margin;
constexpr double k_history_top = 130;
constexpr double k_history_height = 250;
constexpr double k_spectrum_top = k_history_top + k_history_height + k_bottom_margin + 66;
constexpr double k_spectrum_height = 230;
static_assert(k_sum_bars_width <= k_level_labels_width);

void draw_header(SvgDrawing& drawing, const LevelPlot& plot) {
  constexpr double k_title = 19;
  constexpr double k_bolder = 1.12;  ///< bold letters are wider
  constexpr double k_room = k_width - 2 * k_edge_margin;
  drawing.begin_group("header");
  drawing.words({k_edge_margin, 32}, cut_to_width(plot.title, k_room / (k_title * k_bolder)),
                {k_title, Anchor::start, k_ink, true});
  drawing.words({k_edge_margin, 54}, cut_to_width(plot.details, k_room / k_letters),
                {k_letters, Anchor::start, k_soft_ink});
  drawing.end_group();
}

void draw_heading(SvgDrawing& drawing, double panel_top, std::string_view left, const std::string& right) {
  const double y = panel_top - 36;
  drawing.words({k_left, y}, left, {k_heading, Anchor::start, k_ink, true});
  drawing.words({k_width - k_edge_margin, y}, right, {k_heading, Anchor::end, k_ink, true});
}

std::string ratings(const PlottedSpectrum& spectrum, Language language) {
  const auto words = [&](const std::optional<std::string>& rating, const Text& unknown) {
    return rating && !rating->empty() ? *rating : std::string(unknown.in(language));
  };
  return words(spectrum.nc, plot_text("rating.nc_unknown")) + "  ·  " +
         words(spectrum.nr, plot_text("rating.nr_unknown"));
}

}  // namespace

std::string a_level_unit(const LevelPlot& plot) {
  return plot.calibrated ? "dB(A)" : "dBFS";
}

std::string band_level_unit(const LevelPlot& plot) {
  return plot.calibrated ? "dB" : "dBFS";
}

std::string level_plot_svg(const LevelPlot& plot, Language language) {
  const double bottom = plot.spectrum ? k_spectrum_top + k_spectrum_height : k_history_top + k_history_height;
  SvgDrawing drawing(k_width, bottom + k_bottom_margin + k_edge_margin, language, plot.title,
                     plot_description(plot, language));
  draw_header(drawing, plot);
  draw_heading(drawing, k_history_top, plot_text("plot.history").in(language), "");
  draw_history_panel(drawing, {k_left, k_history_top, k_panel_width, k_history_height}, plot, language);
  if (plot.spectrum) {
    draw_heading(drawing, k_spectrum_top, plot_text("plot.spectrum").in(language),
                 ratings(*plot.spectrum, language));
    draw_spectrum_panel(drawing, {k_left, k_spectrum_top, k_panel_width, k_spectrum_height}, *plot.spectrum,
                        band_level_unit(plot), language);
  }
  return drawing.svg();
}

}  // namespace preshift
