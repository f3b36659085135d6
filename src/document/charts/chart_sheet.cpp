#include "chart_sheet.hpp"

#include "document_texts.hpp"
#include "document_words.hpp"
#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "round_ticks.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace preshift {

using namespace chart_style;

SvgDrawing chart_drawing(double height, Language language, std::string_view title, std::string_view words) {
  constexpr double k_bolder = 1.12;  // bold letters are wider
  SvgDrawing drawing(k_width, height, language, title, words);
  drawing.begin_group("title");
  drawing.words({k_margin, k_title + 5},
                cut_to_width(shown_words(title), (k_width - 2 * k_margin) / (k_title * k_bolder)),
                {k_title, Anchor::start, plot_style::k_curve, true});
  drawing.end_group();
  return drawing;
}

Chart finished_chart(const SvgDrawing& drawing, std::string words, double height) {
  return {drawing.svg(), std::move(words), k_width, height};
}

Chart empty_chart(std::string_view title, Language language) {
  constexpr double k_height = 96;
  const Text nothing = document_text("chart.nothing");
  SvgDrawing drawing = chart_drawing(k_height, language, title, nothing.in(language));
  const Box panel{k_margin, k_title_height, k_width - 2 * k_margin, k_height - k_title_height - k_margin};
  drawing.frame(panel, {plot_style::k_grid, 1});
  drawing.words({k_width / 2, panel.top + panel.height / 2 + 5}, nothing.in(language),
                {plot_style::k_letters, Anchor::middle, plot_style::k_soft_ink});
  return finished_chart(drawing, std::string(title) + ". " + std::string(nothing.in(language)), k_height);
}

std::string written_count(double count, Language language) {
  return plotted_number(count, 0, language);
}

std::string written_share(double share, Language language) {
  return plotted_number(100 * share, 1, language) + "\u00A0%";
}

std::string chart_words(const Text& text, std::vector<Argument> arguments, Language language) {
  return render({text, std::move(arguments)}, language);
}

CountRange count_range(double highest) {
  const double step = std::max(1.0, round_step(std::max(highest, 1.0), 5));
  return {step * std::ceil(std::max(highest, 1.0) / step), step};
}

}  // namespace preshift
