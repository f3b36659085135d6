#include "level_chart.hpp"

#include "chart_axes.hpp"
#include "chart_legend.hpp"
#include "chart_sheet.hpp"
#include "document_texts.hpp"
#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "round_ticks.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace preshift {
namespace {

using namespace chart_style;

constexpr Box k_panel{k_panel_left, k_title_height + 48, k_panel_width, 190};
constexpr double k_legend_y = k_title_height + 12;
constexpr double k_height = k_panel.top + k_panel.height + k_bottom_margin + k_margin;
constexpr double k_small = 11;
constexpr double k_room_for_counted = 16;  // what the word for the counts takes of the panel's width
constexpr Hatch k_doubtful{plot_style::k_curve, "#e3ebf3", 5, 1.2, true};

class LevelChart {
 public:
  LevelChart(const LevelHistogram& histogram, const std::vector<LevelLimit>& limits, double uncertainty_db,
             Language language)
      : m_histogram(histogram),
        m_limits(limits),
        m_uncertainty_db(uncertainty_db),
        m_language(language),
        m_level(levels()) {
    const auto most = *std::max_element(histogram.counts.begin(), histogram.counts.end());
    m_range = count_range(static_cast<double>(most));
    m_count = {0, m_range.high, k_panel.bottom(), k_panel.top};
  }

  Chart draw(const std::string& title) {
    std::string words = title + ". " + words_of_levels() + words_of_limits();
    SvgDrawing drawing = chart_drawing(k_height, m_language, title, words);
    draw_axes(drawing);
    draw_bars(drawing);
    if (!m_limits.empty()) draw_limits(drawing);
    return finished_chart(drawing, std::move(words), k_height);
  }

 private:
  /// Of the data and the limit with its uncertainty, and some room.
  [[nodiscard]] Scale levels() const {
    constexpr double k_room = 2;
    double low = m_histogram.lowest_dba;
    double high = end_of(m_histogram.counts.size() - 1);
    for (const LevelLimit& limit : m_limits) {
      low = std::min(low, limit.limit_dba - m_uncertainty_db);
      high = std::max(high, limit.limit_dba + m_uncertainty_db);
    }
    return {std::floor(low - k_room), std::ceil(high + k_room), k_panel.left, k_panel.right()};
  }

  [[nodiscard]] double begin_of(std::size_t place) const {
    return m_histogram.lowest_dba + m_histogram.class_width_db * static_cast<double>(place);
  }
  [[nodiscard]] double end_of(std::size_t place) const { return begin_of(place + 1); }

  [[nodiscard]] std::string decibels(double level) const { return render_number(level, 1, m_language); }

  [[nodiscard]] std::string words_of_levels() const {
    const auto& counts = m_histogram.counts;
    const auto is_some = [](std::size_t count) { return count > 0; };
    const auto first =
        static_cast<std::size_t>(std::find_if(counts.begin(), counts.end(), is_some) - counts.begin());
    const auto last =
        counts.size() - 1 -
        static_cast<std::size_t>(std::find_if(counts.rbegin(), counts.rend(), is_some) - counts.rbegin());
    const auto most =
        static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    return chart_words(document_text("chart.levels_words"),
                       {written_count(static_cast<double>(all), m_language), decibels(begin_of(first)),
                        decibels(end_of(last)), decibels(begin_of(most)), decibels(end_of(most))},
                       m_language);
  }

  [[nodiscard]] bool is_doubt_shown() const { return m_limits.size() == 1 && m_uncertainty_db > 0; }

  [[nodiscard]] std::string words_of_limits() const {
    if (m_limits.empty()) return {};
    if (m_limits.size() > 1) {
      std::string list;
      for (const LevelLimit& limit : m_limits)
        list += (list.empty() ? "" : ", ") +
                chart_words(
                    document_text("chart.limit_of"),
                    {decibels(limit.limit_dba), written_count(static_cast<double>(limit.count), m_language)},
                    m_language);
      return " " + chart_words(document_text("chart.limits_words"), {list}, m_language);
    }
    std::string words = " " + chart_words(document_text("chart.limit_words"),
                                          {decibels(m_limits.front().limit_dba)}, m_language);
    if (is_doubt_shown())
      words += " " + chart_words(document_text("chart.uncertainty_words"), {decibels(m_uncertainty_db)},
                                 m_language);
    return words;
  }

  void draw_axes(SvgDrawing& drawing) const {
    draw_left_axis(drawing, k_panel, m_count, number_ticks(m_count, m_range.step, m_language), "");
    drawing.words({0, k_panel.top - 13}, document_text("chart.levels").in(m_language),
                  {k_small, Anchor::start, plot_style::k_soft_ink});
    constexpr int k_most_levels = 12;
    const double step = round_step(m_level.high - m_level.low, k_most_levels);
    draw_bottom_axis(drawing, k_panel, m_level, number_ticks(m_level, step, m_language),
                     document_text("chart.level").in(m_language));
  }

  /// A bar is cut where the doubtful part begins and ends.
  void draw_bars(SvgDrawing& drawing) const {
    const bool is_judged = m_limits.size() == 1;
    const double low = is_judged ? m_limits.front().limit_dba - m_uncertainty_db : m_level.high;
    const double high = is_judged ? m_limits.front().limit_dba + m_uncertainty_db : m_level.high;
    const std::string_view under = m_limits.size() > 1 ? plot_style::k_curve : k_cleared;
    drawing.begin_group("bars");
    for (std::size_t place = 0; place < m_histogram.counts.size(); ++place) {
      if (m_histogram.counts[place] == 0) continue;
      const double begin = begin_of(place);
      const double end = end_of(place);
      const double top = m_count(static_cast<double>(m_histogram.counts[place]));
      draw_part(drawing, begin, std::min(end, low), top, under);
      draw_part(drawing, std::max(begin, low), std::min(end, high), top, {});
      draw_part(drawing, std::max(begin, high), end, top, k_not_cleared);
      const double left = m_level(begin);
      drawing.frame({left, top, m_level(end) - left, k_panel.bottom() - top}, {"#ffffff", 1});
    }
    drawing.end_group();
  }

  /// Hatched where no fill is given.
  void draw_part(SvgDrawing& drawing, double from, double to, double top, std::string_view fill) const {
    if (to <= from) return;
    const Box part{m_level(from), top, m_level(to) - m_level(from), k_panel.bottom() - top};
    if (fill.empty())
      drawing.hatch(part, k_doubtful);
    else
      drawing.box(part, fill);
  }

  void draw_limits(SvgDrawing& drawing) const {
    using namespace plot_style;
    drawing.begin_group("limit");
    double free_from = k_panel.left + k_room_for_counted;
    for (const LevelLimit& limit : m_limits) {
      const double x = m_level(limit.limit_dba);
      drawing.line({x, k_panel.top - 8}, {x, k_panel.bottom()}, {k_ink, 1.8});
      // Of several the caption says that they are limits: the number alone is narrow.
      const std::string label = m_limits.size() == 1 ? chart_words(document_text("chart.limit"),
                                                                   {decibels(limit.limit_dba)}, m_language)
                                                     : decibels(limit.limit_dba);
      const double half = 1.12 * k_letters * estimated_width(label) / 2;
      const double middle = std::clamp(x, k_panel.left + k_room_for_counted + half, k_panel.right() - half);
      if (middle - half < free_from) continue;  // it would stand on the one before
      drawing.words({middle, k_panel.top - 13}, label, {k_letters, Anchor::middle, k_ink, true});
      free_from = middle + half + 4;
    }
    drawing.end_group();
    if (is_doubt_shown())
      draw_legend(
          drawing, {k_panel.left, k_legend_y},
          {{chart_words(document_text("chart.within_uncertainty"), {decibels(m_uncertainty_db)}, m_language),
            "", k_doubtful}});
  }

  const LevelHistogram& m_histogram;
  const std::vector<LevelLimit>& m_limits;
  double m_uncertainty_db;
  Language m_language;
  Scale m_level;
  CountRange m_range;
  Scale m_count;
};

}  // namespace

LevelHistogram level_histogram(std::span<const double> levels_dba, double class_width_db) {
  constexpr double k_most_classes = 1000;
  std::vector<double> levels;
  std::copy_if(levels_dba.begin(), levels_dba.end(), std::back_inserter(levels),
               [](double level) { return std::isfinite(level); });
  if (levels.empty()) return {0, class_width_db, {}};
  const auto [lowest, highest] = std::minmax_element(levels.begin(), levels.end());
  const double first = std::floor(*lowest / class_width_db);
  const double classes = std::min(std::floor(*highest / class_width_db) - first + 1, k_most_classes);
  LevelHistogram histogram{first * class_width_db, class_width_db,
                           std::vector<std::size_t>(static_cast<std::size_t>(classes))};
  for (const double level : levels) {
    const double place = std::min(std::floor(level / class_width_db) - first, classes - 1);
    ++histogram.counts[static_cast<std::size_t>(place)];
  }
  return histogram;
}

Chart level_chart(const std::string& title, const LevelHistogram& histogram,
                  const std::vector<LevelLimit>& limits, double uncertainty_db, Language language) {
  const bool is_empty = std::all_of(histogram.counts.begin(), histogram.counts.end(),
                                    [](std::size_t count) { return count == 0; });
  if (is_empty) return empty_chart(title, language);
  return LevelChart(histogram, limits, uncertainty_db, language).draw(title);
}

}  // namespace preshift
