#include "share_chart.hpp"

#include "calendar_words.hpp"
#include "chart_axes.hpp"
#include "chart_legend.hpp"
#include "chart_sheet.hpp"
#include "date_axis.hpp"
#include "document_texts.hpp"
#include "plot_style.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace preshift {
namespace {

using namespace chart_style;

constexpr double k_legend_y = k_title_height + 12;
constexpr Box k_panel{k_panel_left, k_title_height + 36, k_panel_width, 165};
constexpr double k_height = k_panel.top + k_panel.height + k_bottom_margin + k_margin;

constexpr std::chrono::days k_day{1};

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

OutcomesOfPeriod sum_of(const std::vector<OutcomesOfPeriod>& periods) {
  OutcomesOfPeriod sum{periods.front().begin, periods.back().end};
  for (const OutcomesOfPeriod& period : periods) {
    sum.cleared += period.cleared;
    sum.not_cleared += period.not_cleared;
    sum.undecided += period.undecided;
  }
  return sum;
}

/// The one with the smallest share cleared, where there was any check.
const OutcomesOfPeriod& lowest_of(const std::vector<OutcomesOfPeriod>& periods) {
  const auto share_of = [](const OutcomesOfPeriod& period) {
    return period.checks() == 0 ? 2.0 : share(period.cleared, period.checks());
  };
  return *std::min_element(periods.begin(), periods.end(),
                           [&](const auto& a, const auto& b) { return share_of(a) < share_of(b); });
}

std::string lowest_words(const OutcomesOfPeriod& lowest, Language language) {
  const std::string first = written_day(lowest.begin, language);
  const std::string part = written_share(share(lowest.cleared, lowest.checks()), language);
  const std::string checks = written_count(static_cast<double>(lowest.checks()), language);
  if (lowest.begin + k_day == lowest.end)
    return chart_words(document_text("chart.share_lowest_day"), {first, part, checks}, language);
  return chart_words(document_text("chart.share_lowest"),
                     {first, written_day(lowest.end - k_day, language), part, checks}, language);
}

/// "1 October 2026 to 31 October 2026", or the one day.
std::string dates_of(const OutcomesOfPeriod& period, Language language) {
  const std::string first = written_day(period.begin, language);
  if (period.begin + k_day == period.end) return first;
  return chart_words(document_text("chart.from_to"), {first, written_day(period.end - k_day, language)},
                     language);
}

std::string words_of(const std::string& title, const std::vector<OutcomesOfPeriod>& periods,
                     Language language) {
  const OutcomesOfPeriod sum = sum_of(periods);
  const auto count = [&](std::size_t part) { return written_count(static_cast<double>(part), language); };
  const auto part = [&](std::size_t value) { return written_share(share(value, sum.checks()), language); };
  std::string words =
      title + ", " + dates_of(sum, language) + ". " +
      chart_words(document_text("chart.share"),
                  {count(sum.checks()), count(sum.cleared), part(sum.cleared), count(sum.not_cleared),
                   part(sum.not_cleared), count(sum.undecided), part(sum.undecided)},
                  language);
  return periods.size() < 2 ? words : words + " " + lowest_words(lowest_of(periods), language);
}

void draw_bar(SvgDrawing& drawing, const OutcomesOfPeriod& period, double left, double width) {
  if (period.checks() == 0) return;
  const auto height = [&](std::size_t part) { return k_panel.height * share(part, period.checks()); };
  const double undecided = height(period.undecided);
  const double cleared = height(period.cleared);
  const double not_cleared = height(period.not_cleared);
  drawing.box({left, k_panel.bottom() - cleared, width, cleared}, k_cleared);
  if (undecided > 0)
    drawing.hatch({left, k_panel.bottom() - cleared - undecided, width, undecided}, k_undecided);
  drawing.box({left, k_panel.top, width, not_cleared}, k_not_cleared);
}

void draw_bars(SvgDrawing& drawing, const std::vector<OutcomesOfPeriod>& periods, const Scale& time) {
  constexpr double k_widest = 40;
  constexpr double k_least_for_gaps = 4;
  drawing.begin_group("bars");
  for (const OutcomesOfPeriod& period : periods) {
    const double left = time(days_since_epoch(period.begin));
    const double room = time(days_since_epoch(period.end)) - left;
    const double width = std::min(k_widest, room >= k_least_for_gaps ? 0.82 * room : room);
    draw_bar(drawing, period, left + (room - width) / 2, width);
  }
  drawing.end_group();
}

/// Those whose words fit into the drawing.
std::vector<Tick> dates_on(const Scale& time, const OutcomesOfPeriod& whole, Language language) {
  constexpr int k_most_dates = 8;
  std::vector<Tick> ticks = date_ticks(whole.begin, whole.end, k_most_dates, language);
  for (Tick& tick : ticks) {
    const double half = plot_style::k_letters * estimated_width(tick.label) / 2;
    if (time(tick.value) + half > k_width) tick.label.clear();
  }
  return ticks;
}

void draw_axes(SvgDrawing& drawing, const OutcomesOfPeriod& whole, const Scale& time, Language language) {
  const Scale percent{0, 100, k_panel.bottom(), k_panel.top};
  std::vector<Tick> ticks;
  for (const int value : {0, 25, 50, 75, 100})
    ticks.push_back({static_cast<double>(value), std::to_string(value) + "\u00A0%"});
  draw_left_axis(drawing, k_panel, percent, ticks, "");
  draw_bottom_axis(drawing, k_panel, time, dates_on(time, whole, language), dates_of(whole, language));
}

}  // namespace

Chart share_chart(const std::string& title, const std::vector<OutcomesOfPeriod>& periods, Language language) {
  if (periods.empty() || sum_of(periods).checks() == 0) return empty_chart(title, language);
  std::string words = words_of(title, periods, language);
  SvgDrawing drawing = chart_drawing(k_height, language, title, words);
  const OutcomesOfPeriod whole = sum_of(periods);
  const Scale time{days_since_epoch(whole.begin), days_since_epoch(whole.end), k_panel.left, k_panel.right()};
  draw_axes(drawing, whole, time, language);
  draw_bars(drawing, periods, time);
  const auto entry = [&](const Text& text) { return std::string(text.in(language)); };
  draw_legend(drawing, {k_panel.left, k_legend_y},
              {{entry(document_text("chart.cleared")), k_cleared},
               {entry(document_text("chart.not_cleared")), k_not_cleared},
               {entry(document_text("chart.undecided")), "", k_undecided}});
  return finished_chart(drawing, std::move(words), k_height);
}

}  // namespace preshift
