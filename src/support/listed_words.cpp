#include "listed_words.hpp"

#include <algorithm>

namespace preshift {

std::vector<ListedWord> listed_words(std::string_view text) {
  constexpr std::string_view k_blanks = " \t\r";
  std::vector<ListedWord> words;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t first = line.find_first_not_of(k_blanks);
    if (first == std::string_view::npos) continue;
    words.push_back({std::string(line.substr(first, line.find_last_not_of(k_blanks) + 1 - first)), number});
  }
  return words;
}

}  // namespace preshift
