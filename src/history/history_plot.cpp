#include "history_plot.hpp"

#include "chart_axes.hpp"
#include "chart_legend.hpp"
#include "history_summary.hpp"
#include "history_texts.hpp"
#include "level_range.hpp"
#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "text_width.hpp"
#include "utc_time.hpp"
#include "values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preshift {
namespace {

using namespace plot_style;

constexpr double k_width = 900;
constexpr double k_edge_margin = 14;
constexpr double k_left = 124;
constexpr double k_panel_width = k_width - k_left - k_edge_margin - 16;
constexpr double k_level_height = 150;
constexpr double k_first_top = 96;
constexpr double k_panel_distance = 30;
constexpr double k_row_height = 22;

class HistoryPlot {
 public:
  HistoryPlot(std::vector<HistoryRecord> records, Language language)
      : m_records(std::move(records)),
        m_summary(summary_of(m_records)),
        m_language(language),
        m_check{0, std::max(1.0, static_cast<double>(m_records.size())), k_left, k_left + k_panel_width},
        m_drawing(k_width, bottom() + k_bottom_margin + k_edge_margin, language,
                  history_text("trend.title").in(language), description()) {}

  std::string svg() {
    draw_header();
    draw_levels(level_panel(0), m_summary.levels_dba, history_text("trend.level"), "noise");
    draw_levels(level_panel(1), m_summary.voices_db, history_text("trend.voice"), "voice");
    draw_requirements();
    draw_days();
    return m_drawing.svg();
  }

 private:
  static Box level_panel(int place) {
    return {k_left, k_first_top + place * (k_level_height + k_panel_distance), k_panel_width, k_level_height};
  }

  [[nodiscard]] double rows_top() const { return level_panel(1).bottom() + k_panel_distance; }
  [[nodiscard]] double bottom() const {
    return rows_top() +
           k_row_height * static_cast<double>(std::max<std::size_t>(m_summary.requirements.size(), 1));
  }

  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments = {}) const {
    return render({text, std::move(arguments)}, m_language);
  }

  [[nodiscard]] std::string day(std::size_t check) const { return to_utc_day(local_day(m_records[check])); }

  [[nodiscard]] std::string range_of(const std::vector<std::optional<double>>& values) const {
    std::vector<double> known;
    for (const auto& value : values)
      if (value) known.push_back(*value);
    if (known.empty()) return words(history_text("trend.unknown"));
    const auto [lowest, highest] = std::minmax_element(known.begin(), known.end());
    return words(history_text("history.range"),
                 {plotted_number(*lowest, 1, m_language), plotted_number(*highest, 1, m_language),
                  plotted_number(known.back(), 1, m_language)});
  }

  [[nodiscard]] std::string description() const {
    if (m_records.empty()) return words(history_text("history.empty"));
    std::string requirements;
    for (const RequirementHistory& each : m_summary.requirements)
      requirements +=
          (requirements.empty() ? "" : "; ") + written_requirement(each.name, m_language) + " " +
          words(history_text("history.passed"), {std::to_string(each.met), std::to_string(each.judged)});
    return words(history_text("trend.description"),
                 {std::to_string(m_records.size()), day(0), day(m_records.size() - 1),
                  range_of(m_summary.levels_dba), range_of(m_summary.voices_db), requirements});
  }

  void draw_header() {
    m_drawing.begin_group("header");
    m_drawing.words({k_edge_margin, 32}, history_text("trend.title").in(m_language),
                    {19, Anchor::start, k_ink, true});
    const std::string details =
        m_records.empty() ? words(history_text("history.empty"))
                          : words(history_text("history.summary"),
                                  {std::to_string(m_records.size()), day(0), day(m_records.size() - 1),
                                   std::to_string(m_summary.cleared), std::to_string(m_summary.not_cleared),
                                   std::to_string(m_summary.undecided)});
    m_drawing.words({k_edge_margin, 54}, details, {k_letters, Anchor::start, k_soft_ink});
    draw_legend(m_drawing, {k_left, 76},
                {{words(history_text("trend.pass")), k_bar},
                 {words(history_text("trend.fail")), k_accent},
                 {words(history_text("trend.unknown")), "", k_unknown}});
    m_drawing.end_group();
  }

  [[nodiscard]] double middle_of(std::size_t check) const {
    return m_check(static_cast<double>(check) + 0.5);
  }

  void draw_levels(const Box& panel, const std::vector<std::optional<double>>& values, const Text& title,
                   std::string_view name) {
    std::vector<double> levels;
    for (const auto& value : values)
      levels.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    const LevelRange range = level_range(levels);
    const Scale level{range.low, range.high, panel.bottom(), panel.top};
    m_drawing.begin_group(name);
    draw_gaps(panel, values);
    draw_left_axis(m_drawing, panel, level, number_ticks(level, range.step, m_language), words(title));
    std::vector<Point> points;
    for (std::size_t i = 0; i < levels.size(); ++i) points.push_back({middle_of(i), level(levels[i])});
    m_drawing.polyline(points, {k_curve, 1.8});
    draw_points(points);
    m_drawing.line({panel.left, panel.bottom()}, {panel.right(), panel.bottom()}, {k_soft_ink, 1});
    m_drawing.end_group();
  }

  void draw_gaps(const Box& panel, const std::vector<std::optional<double>>& values) {
    if (values.empty()) m_drawing.hatch(panel, k_unknown);
    for (std::size_t begin = 0; begin < values.size();) {
      std::size_t end = begin;
      while (end < values.size() && !values[end]) ++end;
      const double left = m_check(static_cast<double>(begin));
      if (end > begin)
        m_drawing.hatch({left, panel.top, m_check(static_cast<double>(end)) - left, panel.height}, k_unknown);
      begin = end + 1;
    }
  }

  /// Where there is room for them; else the line alone.
  void draw_points(const std::vector<Point>& points) {
    constexpr double k_size = 5;
    constexpr std::size_t k_most = 100;
    if (points.size() > k_most) return;
    for (const Point& point : points)
      if (std::isfinite(point.y))
        m_drawing.box({point.x - k_size / 2, point.y - k_size / 2, k_size, k_size}, k_curve);
  }

  void draw_requirements() {
    constexpr double k_gap = 3;
    m_drawing.begin_group("requirements");
    for (std::size_t row = 0; row < m_summary.requirements.size(); ++row) {
      const RequirementHistory& requirement = m_summary.requirements[row];
      const Box place{k_left, rows_top() + k_row_height * static_cast<double>(row), k_panel_width,
                      k_row_height - k_gap};
      const std::string name = cut_to_width(written_requirement(requirement.name, m_language),
                                            (k_left - k_edge_margin - 10) / k_letters);
      m_drawing.words({k_left - 10, place.top + place.height / 2 + k_middle_to_baseline * k_letters}, name,
                      {k_letters, Anchor::end});
      for (std::size_t i = 0; i < requirement.marks.size(); ++i) draw_mark(place, i, requirement.marks[i]);
    }
    m_drawing.end_group();
  }

  void draw_mark(const Box& row, std::size_t check, RequirementMark mark) {
    const double left = m_check(static_cast<double>(check));
    const double width = m_check(static_cast<double>(check) + 1) - left;
    const double gap = width > 6 ? 1 : 0;
    const Box box{left + gap / 2, row.top, width - gap, row.height};
    if (mark == RequirementMark::met) m_drawing.box(box, k_bar);
    if (mark == RequirementMark::not_met) m_drawing.box(box, k_accent);
    if (mark == RequirementMark::unknown) m_drawing.hatch(box, k_unknown);
  }

  /// The days of some checks, as many as have room.
  void draw_days() {
    constexpr std::size_t k_most = 8;
    std::vector<Tick> ticks;
    const std::size_t step = std::max<std::size_t>(1, (m_records.size() + k_most - 1) / k_most);
    for (std::size_t i = 0; i < m_records.size(); i += step)
      ticks.push_back({static_cast<double>(i) + 0.5, day(i)});
    draw_bottom_axis(m_drawing, {k_left, k_first_top, k_panel_width, bottom() - k_first_top}, m_check, ticks,
                     words(history_text("trend.day")));
  }

  std::vector<HistoryRecord> m_records;
  HistorySummary m_summary;
  Language m_language;
  Scale m_check;
  SvgDrawing m_drawing;
};

}  // namespace

std::string history_svg(const std::vector<HistoryRecord>& records, Language language) {
  const std::size_t skipped = records.size() - std::min(records.size(), k_most_plotted_checks);
  return HistoryPlot({records.begin() + static_cast<std::ptrdiff_t>(skipped), records.end()}, language).svg();
}

}  // namespace preshift
