#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace preshift {

/// Number of insertions, deletions, substitutions and swaps of neighbours, in bytes (optimal string
/// alignment).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that a misspelt word most likely meant ("did you mean"), or an empty view when none is near:
/// at most a third of the word may be wrong.
[[nodiscard]] std::string_view nearest_word(std::string_view word,
                                            std::span<const std::string_view> candidates);

}  // namespace preshift
