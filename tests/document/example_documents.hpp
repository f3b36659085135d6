#pragma once

#include "document.hpp"

#include <string>
#include <utility>
#include <vector>

namespace preshift::testing {

/// Words that break a careless renderer: markup, quotes, control characters, a right-to-left override, a
/// formula, a word without an end.
[[nodiscard]] std::string hostile_words();

/// An employer's report with every kind of block, long enough for several pages.
[[nodiscard]] Document full_report(Language language);

/// The same blocks without any data.
[[nodiscard]] Document empty_report(Language language);

/// One datum of each.
[[nodiscard]] Document small_report(Language language);

/// Hostile words wherever words can be.
[[nodiscard]] Document hostile_report(Language language);

/// All of them in both languages, with a name for a file: "full-fr".
[[nodiscard]] std::vector<std::pair<std::string, Document>> example_documents();

}  // namespace preshift::testing
