#pragma once

#include "document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What HTML and PDF write alike, so that they say the same words.

/// "✓", "✗", "?", or nothing for a neutral tone: what a colour says to who does not see it.
[[nodiscard]] std::string_view tone_mark(Tone tone);

/// The cell's words; a number as people write it in the language, with its unit. Without its tone's mark.
[[nodiscard]] std::string written_cell(const Cell& cell, Language language);

/// The words without control characters and without what turns the direction of others (Unicode's overrides
/// and embeddings), by which a name could be read as another.
[[nodiscard]] std::string shown_words(std::string_view words);

/// Some of a paragraph's words.
struct Run {
  std::string_view words;
  bool is_command = false;
};

/// A paragraph's words in order, without the backticks about its commands. A backtick without another is a
/// word's own.
[[nodiscard]] std::vector<Run> runs_of(std::string_view words);

/// "en", "fr".
[[nodiscard]] std::string_view language_code(Language language);

}  // namespace preshift
