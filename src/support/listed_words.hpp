#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

struct ListedWord {
  std::string word;
  std::size_t line = 0;  ///< from 1
};

/// The lines of a list, each without what follows a # and without blanks around it; empty ones are left out.
[[nodiscard]] std::vector<ListedWord> listed_words(std::string_view text);

}  // namespace preshift
