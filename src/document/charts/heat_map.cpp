#include "heat_map.hpp"

#include "calendar_words.hpp"
#include "chart_axes.hpp"
#include "chart_legend.hpp"
#include "chart_sheet.hpp"
#include "document_texts.hpp"
#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace chart_style;

constexpr double k_cell_height = 26;
constexpr double k_cell_width = k_panel_width / 24;
constexpr double k_small = 10.5;
constexpr Box k_panel{k_panel_left, k_title_height + 34, k_panel_width, 7 * k_cell_height};
constexpr double k_height = k_panel.top + k_panel.height + k_bottom_margin + k_margin;

/// One hue from light to dark, and the ink that is read on it.
struct Shade {
  std::string_view fill;
  std::string_view ink;
};
constexpr std::array<Shade, 5> k_shades{{{"#eef3f8", plot_style::k_ink},
                                         {"#c9d9e8", plot_style::k_ink},
                                         {"#94b5d3", plot_style::k_ink},
                                         {"#41729f", "#ffffff"},
                                         {"#12355b", "#ffffff"}}};

struct Known {
  double value = 0;
  unsigned weekday = 1;
  unsigned hour = 0;
};

std::vector<Known> known_of(const WeekOfHours& week) {
  std::vector<Known> known;
  for (unsigned day = 0; day < 7; ++day)
    for (unsigned hour = 0; hour < 24; ++hour)
      if (const auto& value = week.values.at(day).at(hour); value && std::isfinite(*value))
        known.push_back({*value, day + 1, hour});
  return known;
}

class HeatMap {
 public:
  HeatMap(const WeekOfHours& week, const std::vector<Known>& known, Language language)
      : m_week(week), m_known(known), m_language(language) {
    const auto [low, high] = std::minmax_element(
        known.begin(), known.end(), [](const Known& a, const Known& b) { return a.value < b.value; });
    m_low = *low;
    m_high = *high;
  }

  Chart draw(const std::string& title) {
    std::string words = title + ". " + words_of_extremes();
    SvgDrawing drawing = chart_drawing(k_height, m_language, title, words);
    draw_scale(drawing);
    draw_names(drawing);
    drawing.begin_group("cells");
    drawing.hatch(k_panel, k_nothing);
    for (const Known& each : m_known) draw_cell(drawing, each);
    draw_grid(drawing);
    drawing.end_group();
    return finished_chart(drawing, std::move(words), k_height);
  }

 private:
  [[nodiscard]] std::string with_unit(double value) const {
    return written_count(value, m_language) + "\u00A0" + m_week.unit;
  }

  [[nodiscard]] std::string words_of_extremes() const {
    if (m_known.size() == 1)
      return chart_words(
          document_text("chart.heat_only"),
          {with_unit(m_low.value), weekday_name(m_low.weekday, m_language), std::to_string(m_low.hour)},
          m_language);
    return chart_words(
        document_text("chart.heat_words"),
        {with_unit(m_high.value), weekday_name(m_high.weekday, m_language), std::to_string(m_high.hour),
         with_unit(m_low.value), weekday_name(m_low.weekday, m_language), std::to_string(m_low.hour)},
        m_language);
  }

  [[nodiscard]] const Shade& shade_of(double value) const {
    const double span = m_high.value - m_low.value;
    const double place = span > 0 ? (value - m_low.value) / span * k_shades.size() : 0;
    return k_shades.at(std::min(static_cast<std::size_t>(place), k_shades.size() - 1));
  }

  /// From the lowest value to the highest, above the cells.
  void draw_scale(SvgDrawing& drawing) const {
    const double y = k_title_height + 12;
    std::vector<LegendEntry> entries;
    entries.push_back({with_unit(m_low.value), shade_of(m_low.value).fill});
    if (m_high.value > m_low.value) entries.push_back({with_unit(m_high.value), shade_of(m_high.value).fill});
    if (m_known.size() < 7 * 24)
      entries.push_back({std::string(document_text("chart.no_value").in(m_language)), "", k_nothing});
    draw_legend(drawing, {k_panel.left, y}, entries);
  }

  void draw_names(SvgDrawing& drawing) const {
    using namespace plot_style;
    drawing.begin_group("names");
    for (unsigned day = 0; day < 7; ++day)
      drawing.words({k_panel.left - 8, middle_of_row(day) + k_middle_to_baseline * k_letters},
                    short_weekday(day + 1, m_language), {k_letters, Anchor::end});
    for (unsigned hour = 0; hour < 24; ++hour)
      drawing.words({left_of(hour) + k_cell_width / 2, k_panel.bottom() + 16}, std::to_string(hour),
                    {k_small + 1, Anchor::middle});
    drawing.words({k_panel.left + k_panel.width / 2, k_panel.bottom() + 38},
                  document_text("chart.hour").in(m_language), {k_letters, Anchor::middle, k_soft_ink});
    drawing.end_group();
  }

  static double left_of(unsigned hour) { return k_panel.left + k_cell_width * hour; }
  static double middle_of_row(unsigned day) { return k_panel.top + k_cell_height * (day + 0.5); }

  void draw_cell(SvgDrawing& drawing, const Known& cell) const {
    const Shade& shade = shade_of(cell.value);
    const double middle = middle_of_row(cell.weekday - 1);
    const double left = left_of(cell.hour);
    drawing.box({left, middle - k_cell_height / 2, k_cell_width, k_cell_height}, shade.fill);
    const std::string number = cut_to_width(written_count(cell.value, m_language), k_cell_width / k_small);
    drawing.words({left + k_cell_width / 2, middle + k_middle_to_baseline * k_small}, number,
                  {k_small, Anchor::middle, shade.ink});
  }

  static void draw_grid(SvgDrawing& drawing) {
    constexpr Stroke k_gap{"#ffffff", 1.5};
    for (unsigned day = 0; day <= 7; ++day) {
      const double y = k_panel.top + k_cell_height * day;
      drawing.line({k_panel.left, y}, {k_panel.right(), y}, k_gap);
    }
    for (unsigned hour = 0; hour <= 24; ++hour)
      drawing.line({left_of(hour), k_panel.top}, {left_of(hour), k_panel.bottom()}, k_gap);
  }

  const WeekOfHours& m_week;
  const std::vector<Known>& m_known;
  Language m_language;
  Known m_low;
  Known m_high;
};

}  // namespace

Chart heat_map(const std::string& title, const WeekOfHours& week, Language language) {
  const std::vector<Known> known = known_of(week);
  if (known.empty()) return empty_chart(title, language);
  return HeatMap(week, known, language).draw(title);
}

}  // namespace preshift
