#include "wrapped_text.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace preshift {

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  std::string out;
  std::size_t column = 0;
  std::size_t begin = 0;
  const auto break_line = [&] {
    out += '\n';
    column = 0;
  };
  while (begin < text.size()) {
    if (text[begin] == '\n' || text[begin] == ' ') {
      if (text[begin] == '\n') break_line();
      ++begin;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t columns = display_width(word);
    if (column > 0 && column + 1 + columns > width) break_line();
    if (column > 0) {
      out += ' ';
      ++column;
    } else if (!out.empty()) {
      out += indent;
    }
    out += word;
    column += columns;
    begin = end;
  }
  return out;
}

}  // namespace preshift
