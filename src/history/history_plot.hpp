#pragma once

#include "history_record.hpp"

#include <string>
#include <vector>

namespace preshift {

/// The most checks that a picture has room for: the last.
inline constexpr std::size_t k_most_plotted_checks = 300;

/// An SVG document: the background noise, the voice above it and how each requirement came out, check by
/// check, from left to right. What is not known is hatched, never drawn as a level.
[[nodiscard]] std::string history_svg(const std::vector<HistoryRecord>& records, Language language);

}  // namespace preshift
