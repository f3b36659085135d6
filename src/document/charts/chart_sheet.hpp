#pragma once

#include "document.hpp"
#include "svg_drawing.hpp"
#include "text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What the charts of a document have in common: one width, a title, colours.
namespace chart_style {
inline constexpr double k_width = 660;  ///< close to that of the words on an A4 page, at 96 pixels an inch
inline constexpr double k_margin = 0;   ///< the document has margins enough
inline constexpr double k_title = 15;
inline constexpr double k_panel_left = 58;
inline constexpr double k_panel_width = k_width - k_panel_left - 12;
inline constexpr double k_title_height = 34;

/// Blue and vermilion differ for every kind of colour blindness, and in brightness.
inline constexpr std::string_view k_cleared = "#7ba3c7";
inline constexpr std::string_view k_not_cleared = "#a83a0c";
inline constexpr Hatch k_undecided{"#6b6b6b", "#ededed", 5, 1.2, true};
inline constexpr Hatch k_nothing{"#cfcfcf", "#ffffff", 6, 1, true};
}  // namespace chart_style

/// A drawing with its title, cut to its width. `words` say the chart to who cannot see it.
[[nodiscard]] SvgDrawing chart_drawing(double height, Language language, std::string_view title,
                                       std::string_view words);

[[nodiscard]] Chart finished_chart(const SvgDrawing& drawing, std::string words, double height);

/// In place of a chart without data.
[[nodiscard]] Chart empty_chart(std::string_view title, Language language);

/// Numbers as words: "12,345"; "94.2 %" for 0.942.
[[nodiscard]] std::string written_count(double count, Language language);
[[nodiscard]] std::string written_share(double share, Language language);

/// A text of the table with its words put in.
[[nodiscard]] std::string chart_words(const Text& text, std::vector<Argument> arguments, Language language);

/// A scale of counts from 0: its highest value, and a step of whole numbers.
struct CountRange {
  double high = 1;
  double step = 1;
};
[[nodiscard]] CountRange count_range(double highest);

}  // namespace preshift
