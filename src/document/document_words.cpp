#include "document_words.hpp"

#include "plot_numbers.hpp"
#include "utf8.hpp"

namespace preshift {

std::string_view tone_mark(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "✓";
    case Tone::bad:
      return "✗";
    case Tone::open:
      return "?";
    case Tone::neutral:
      break;
  }
  return {};
}

std::string written_cell(const Cell& cell, Language language) {
  if (const auto* words = std::get_if<std::string>(&cell.content)) return *words;
  const auto* number = std::get_if<Number>(&cell.content);
  if (number == nullptr) return {};
  const std::string value = plotted_number(number->value, number->decimals, language);
  return number->unit.empty() ? value : value + "\u00A0" + number->unit;
}

std::string shown_words(std::string_view words) {
  std::string shown = printable(words);
  for (const std::string_view turn :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
    for (std::size_t at = shown.find(turn); at != std::string::npos; at = shown.find(turn, at))
      shown.erase(at, turn.size());
  return shown;
}

std::vector<Run> runs_of(std::string_view words) {
  std::vector<Run> runs;
  const auto take = [&](std::string_view some, bool is_command) {
    if (!some.empty()) runs.push_back({some, is_command});
  };
  for (;;) {
    const std::size_t begin = words.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : words.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    take(words.substr(0, begin), false);
    take(words.substr(begin + 1, end - begin - 1), true);
    words.remove_prefix(end + 1);
  }
  take(words, false);
  return runs;
}

std::string_view language_code(Language language) {
  return language == Language::french ? "fr" : "en";
}

}  // namespace preshift
