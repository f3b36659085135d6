#pragma once

#include "problem.hpp"
#include "text.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

namespace preshift {

/// A promise; the fuzzer stops where it is broken.
inline void require(bool holds) {
  if (!holds) std::abort();
}

/// A refusal names the file, in one short line of both languages without control of the terminal.
inline void check_refusal(const Problem& problem, std::string_view file) {
  require(problem.kind == ProblemKind::unusable_input);
  for (const Language language : {Language::english, Language::french}) {
    const std::string words = render(problem.message, language);
    require(words.starts_with(file) && words.size() < 2000);
    require(words.find('\x1B') == std::string::npos && words.find('\n') == std::string::npos);
  }
}

}  // namespace preshift
