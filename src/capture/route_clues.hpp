#pragma once

#include "sound_route.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A text as words to search in: lower case, every run of what is neither letter nor digit one space, a space
/// before and after. Upper case is known in ASCII and in the letters of western Europe (U+00C0 to U+00DE).
[[nodiscard]] std::string searchable(std::string_view text);

/// Whether these words, in this order, are in a searchable text; `*` at their end leaves the last one open.
[[nodiscard]] bool has_words(std::string_view searchable, std::string_view words);

struct Clue {
  RouteKind kind;
  std::string text;  ///< the one of the texts that gave it away
};

/// The first sign, in any of the texts, of a source that a program made or processes: filters count before
/// telephone headsets, these before monitors and other virtual devices.
[[nodiscard]] std::optional<Clue> first_clue(const std::vector<std::string>& texts);

}  // namespace preshift
