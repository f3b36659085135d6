#include "bars_chart.hpp"

#include "chart_sheet.hpp"
#include "document_texts.hpp"
#include "document_words.hpp"
#include "plot_style.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <numeric>

namespace preshift {
namespace {

using namespace chart_style;

constexpr std::size_t k_most_bars = 12;
constexpr double k_row = 42;
constexpr double k_bar_height = 12;

std::vector<NamedCount> shown_of(const std::vector<NamedCount>& counts, Language language) {
  if (counts.size() <= k_most_bars) return counts;
  const auto last = counts.begin() + k_most_bars - 1;
  std::vector<NamedCount> shown(counts.begin(), last);
  const std::size_t rest = std::accumulate(
      last, counts.end(), std::size_t{0}, [](std::size_t sum, const auto& each) { return sum + each.count; });
  const auto others = static_cast<double>(counts.end() - last);
  shown.push_back(
      {chart_words(document_text("chart.others"), {written_count(others, language)}, language), rest});
  return shown;
}

std::string words_of(const std::string& title, const std::vector<NamedCount>& shown, Language language) {
  std::string words = title + ".";
  for (const NamedCount& each : shown) {
    const std::string count = written_count(static_cast<double>(each.count), language);
    words += (&each == &shown.front()        ? " "
              : language == Language::french ? "\u00A0; "
                                             : "; ") +
             chart_words(document_text("chart.bar"), {each.words, count}, language);
  }
  return words + ".";
}

void draw_row(SvgDrawing& drawing, const NamedCount& row, double top, double longest, double highest,
              Language language) {
  using namespace plot_style;
  constexpr double k_width_of_words = (k_width - 2 * k_margin) / k_letters;
  drawing.words({k_margin, top + k_letters}, cut_to_width(shown_words(row.words), k_width_of_words),
                {k_letters});
  const double length = longest * static_cast<double>(row.count) / highest;
  const double bar_top = top + k_letters + 7;
  drawing.box({k_margin, bar_top, length, k_bar_height}, k_not_cleared);
  drawing.words({k_margin + length + 6, bar_top + k_bar_height - 2},
                written_count(static_cast<double>(row.count), language),
                {k_letters, Anchor::start, k_ink, true});
}

}  // namespace

Chart bars_chart(const std::string& title, const std::vector<NamedCount>& counts, Language language) {
  if (counts.empty()) return empty_chart(title, language);
  const std::vector<NamedCount> shown = shown_of(counts, language);
  const double height = k_title_height + k_row * static_cast<double>(shown.size()) + k_margin;
  std::string words = words_of(title, shown, language);
  SvgDrawing drawing = chart_drawing(height, language, title, words);
  const auto most = std::max_element(shown.begin(), shown.end(),
                                     [](const auto& a, const auto& b) { return a.count < b.count; });
  const double highest = std::max(1.0, static_cast<double>(most->count));
  const double room_for_counts =
      12 + 1.12 * plot_style::k_letters * estimated_width(written_count(highest, language));
  drawing.begin_group("bars");
  for (std::size_t row = 0; row < shown.size(); ++row)
    draw_row(drawing, shown[row], k_title_height + k_row * static_cast<double>(row),
             k_width - 2 * k_margin - room_for_counts, highest, language);
  drawing.end_group();
  return finished_chart(drawing, std::move(words), height);
}

}  // namespace preshift
