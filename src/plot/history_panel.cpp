#include "history_panel.hpp"

#include "chart_axes.hpp"
#include "chart_legend.hpp"
#include "label_spreading.hpp"
#include "level_columns.hpp"
#include "level_range.hpp"
#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "plot_texts.hpp"
#include "round_ticks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace preshift {
namespace {

using namespace plot_style;

constexpr Stroke k_laeq_curve{k_curve, 1.8};
constexpr Stroke k_dense_laeq_curve{k_curve, 1.1};
constexpr Stroke k_lafmax_curve{k_edge, 1};

/// A level of the whole: a line across the panel, named at its right end.
struct LevelLine {
  std::string name;
  PlottedLevel level;
  Stroke stroke;
};

std::vector<LevelLine> level_lines(const LevelPlot& plot) {
  std::vector<LevelLine> lines;
  const auto add = [&](const char* name, const std::optional<PlottedLevel>& level, const Stroke& stroke) {
    if (level && is_level(level->level)) lines.push_back({name, *level, stroke});
  };
  add("LAFmax", plot.lafmax, {k_ink, 1.2, "1 3"});
  add("LA10", plot.la10, {k_ink, 1.2, "10 4"});
  add("LAeq", plot.laeq, {k_accent, 2.2});
  add("LA50", plot.la50, {k_ink, 1.2, "10 3 2 3"});
  add("LA90", plot.la90, {k_ink, 1.2, "4 3"});
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LevelLine& a, const LevelLine& b) { return a.level.level > b.level.level; });
  return lines;
}

class HistoryPanel {
 public:
  HistoryPanel(SvgDrawing& drawing, const Box& panel, const LevelPlot& plot, Language language)
      : m_drawing(drawing),
        m_panel(panel),
        m_plot(plot),
        m_language(language),
        m_history(level_columns(plot.history, static_cast<std::size_t>(panel.width))),
        m_lines(level_lines(plot)),
        m_range(range()),
        m_level{m_range.low, m_range.high, panel.bottom(), panel.top},
        m_time{0, std::max(1.0, static_cast<double>(plot.history.size())), panel.left, panel.right()} {}

  void draw() {
    draw_gaps();
    draw_axes();
    draw_ranges();
    draw_level_lines();
    draw_curves();
    draw_overloads();
    draw_level_labels();
    draw_legend_row();
  }

 private:
  [[nodiscard]] LevelRange range() const {
    std::vector<double> levels;
    for (const LevelColumn& column : m_history.columns) {
      levels.push_back(column.laeq);
      levels.push_back(column.lafmax);
    }
    for (const LevelLine& line : m_lines) levels.push_back(line.level.level);
    return level_range(levels);
  }

  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments = {}) const {
    return render({text, std::move(arguments)}, m_language);
  }

  void draw_axes() {
    const Text level = m_plot.calibrated ? plot_text("plot.level_a") : plot_text("plot.level_a_uncalibrated");
    draw_left_axis(m_drawing, m_panel, m_level, number_ticks(m_level, m_range.step, m_language),
                   words(level, {a_level_unit(m_plot)}));
    const double step = round_time_step(m_time.high, 12);
    draw_bottom_axis(m_drawing, m_panel, m_time, time_ticks(m_time, step, m_language), time_title(step));
  }

  [[nodiscard]] std::string time_title(double step_s) const {
    switch (time_unit(step_s)) {
      case TimeUnit::seconds:
        return words(plot_text("plot.time_seconds"));
      case TimeUnit::minutes:
        return words(plot_text("plot.time_minutes"));
      case TimeUnit::hours:
        return words(plot_text("plot.time_hours"));
      case TimeUnit::days:
        break;
    }
    return words(plot_text("plot.time_days"));
  }

  static bool is_gap(const LevelColumn& column) { return !is_level(column.laeq) && !is_level(column.lafmax); }

  /// Neighbours as one hatched box.
  void draw_gaps() {
    const auto& columns = m_history.columns;
    m_drawing.begin_group("history-gaps");
    if (columns.empty()) m_drawing.hatch(m_panel, k_unknown);
    auto begin = std::find_if(columns.begin(), columns.end(), is_gap);
    while (begin != columns.end()) {
      const auto end = std::find_if_not(begin, columns.end(), is_gap);
      const double left = m_time(begin->begin_s);
      const double right = m_time(std::prev(end)->end_s);
      m_drawing.hatch({left, m_panel.top, right - left, m_panel.height}, k_unknown);
      begin = std::find_if(end, columns.end(), is_gap);
    }
    m_drawing.end_group();
  }

  [[nodiscard]] bool has_gaps() const {
    return m_history.columns.empty() ||
           std::any_of(m_history.columns.begin(), m_history.columns.end(), is_gap);
  }

  [[nodiscard]] bool has_overloads() const {
    return std::any_of(m_history.columns.begin(), m_history.columns.end(),
                       [](const LevelColumn& column) { return column.overloaded; });
  }

  /// A level that lasts for its whole column.
  std::vector<Point> steps(std::span<const LevelColumn> columns, double LevelColumn::*level) const {
    std::vector<Point> points;
    for (const LevelColumn& column : columns) {
      points.push_back({m_time(column.begin_s), m_level(column.*level)});
      points.push_back({m_time(column.end_s), m_level(column.*level)});
    }
    return points;
  }

  /// From LAeq up to LAFmax, as one area for each stretch without a gap.
  void draw_ranges() {
    m_drawing.begin_clip(m_panel);
    m_drawing.begin_group("history-range");
    auto begin = m_history.columns.begin();
    while (begin != m_history.columns.end()) {
      const auto end = std::find_if_not(begin, m_history.columns.end(), has_range);
      draw_range({begin, end});
      begin = std::find_if(end, m_history.columns.end(), has_range);
    }
    m_drawing.end_group();
    m_drawing.end_clip();
  }

  static bool has_range(const LevelColumn& column) {
    return is_level(column.laeq) && is_level(column.lafmax);
  }

  void draw_range(std::span<const LevelColumn> columns) {
    std::vector<Point> outline = steps(columns, &LevelColumn::lafmax);
    const std::vector<Point> foot = steps(columns, &LevelColumn::laeq);
    outline.insert(outline.end(), foot.rbegin(), foot.rend());
    m_drawing.area(outline, k_pale);
  }

  void draw_curves() {
    const bool dense = static_cast<double>(m_history.columns.size()) * 4 > m_panel.width;
    m_drawing.begin_clip(m_panel);
    m_drawing.begin_group("history-lafmax");
    m_drawing.polyline(steps(m_history.columns, &LevelColumn::lafmax), k_lafmax_curve);
    m_drawing.end_group();
    m_drawing.begin_group("history-laeq");
    m_drawing.polyline(steps(m_history.columns, &LevelColumn::laeq),
                       dense ? k_dense_laeq_curve : k_laeq_curve);
    m_drawing.end_group();
    m_drawing.end_clip();
  }

  /// Marks at the panel's top, each wide enough to be seen.
  void draw_overloads() {
    constexpr double k_height = 13;
    constexpr double k_least_width = 9;
    m_drawing.begin_group("history-overload");
    for (const LevelColumn& column : m_history.columns) {
      if (!column.overloaded) continue;
      const double width = std::max(m_time(column.end_s) - m_time(column.begin_s), k_least_width);
      const double left = m_time((column.begin_s + column.end_s) / 2) - width / 2;
      m_drawing.hatch({std::clamp(left, m_panel.left, m_panel.right() - width), m_panel.top, width, k_height},
                      k_overload);
    }
    m_drawing.end_group();
  }

  void draw_level_lines() {
    m_drawing.begin_group("level-lines");
    for (const LevelLine& line : m_lines) {
      const double y = m_level(line.level.level);
      if (y <= m_panel.bottom()) m_drawing.line({m_panel.left, y}, {m_panel.right(), y}, line.stroke);
    }
    m_drawing.end_group();
  }

  [[nodiscard]] std::string label(const LevelLine& line) const {
    const std::string level = plotted_number(line.level.level, 1, m_language);
    if (line.level.is_upper_bound) return line.name + " ≤ " + level;
    std::string text = line.name + " " + level;
    const double uncertainty = line.level.expanded_uncertainty;
    if (uncertainty > 0 && is_level(uncertainty))
      text += " ± " + plotted_number(std::ceil(uncertainty * 10 - 1e-9) / 10, 1, m_language);
    return text;
  }

  /// Each joined to its line by a leader of the same stroke.
  void draw_level_labels() {
    constexpr double k_line_distance = 17;
    constexpr double k_leader = 18;
    std::vector<double> wanted;
    for (const LevelLine& line : m_lines)
      wanted.push_back(std::min(m_level(line.level.level), m_panel.bottom()));
    const auto places = spread_apart(wanted, k_line_distance, m_panel.top, m_panel.bottom());
    m_drawing.begin_group("level-labels");
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const LevelLine& line = m_lines[i];
      const double right = m_panel.right() + k_leader;
      m_drawing.line({m_panel.right(), wanted[i]}, {right, places[i]}, {line.stroke.colour, 1});
      m_drawing.words({right + 5, places[i] + k_middle_to_baseline * k_letters}, label(line),
                      {k_letters, Anchor::start, line.stroke.colour, line.name == "LAeq"});
    }
    m_drawing.end_group();
  }

  void draw_legend_row() {
    const std::string each = plotted_number(static_cast<double>(m_history.seconds_each), 0, m_language);
    std::vector<LegendEntry> entries{{words(plot_text("legend.laeq"), {each}), "", {}, k_laeq_curve},
                                     {words(plot_text("legend.lafmax"), {each}), k_pale}};
    if (has_gaps()) entries.push_back({words(plot_text("legend.no_sound")), "", k_unknown});
    if (has_overloads()) entries.push_back({words(plot_text("legend.overload")), "", k_overload});
    draw_legend(m_drawing, {m_panel.left, m_panel.top - 16}, entries);
  }

  SvgDrawing& m_drawing;
  Box m_panel;
  const LevelPlot& m_plot;
  Language m_language;
  LevelColumns m_history;
  std::vector<LevelLine> m_lines;
  LevelRange m_range;
  Scale m_level;
  Scale m_time;
};

}  // namespace

void draw_history_panel(SvgDrawing& drawing, const Box& panel, const LevelPlot& plot, Language language) {
  HistoryPanel(drawing, panel, plot, language).draw();
}

}  // namespace preshift
