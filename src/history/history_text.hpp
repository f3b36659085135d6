#pragma once

#include "history_store.hpp"
#include "history_summary.hpp"
#include "text_writer.hpp"

#include <string>

namespace preshift {

/// The agent's own trend: how checks came out, levels as a line of little bars, the last twelve weeks,
/// requirements check by check, and what was most often to be mended.
[[nodiscard]] std::string history_report(const History& history, const TextStyle& style);

/// The same records for a program: `preshift-history-list/1`.
[[nodiscard]] std::string history_json(const History& history);

/// Values as bars of eight heights from the lowest to the highest, one letter each; what is not known as a
/// middle dot. The last `most` of them.
[[nodiscard]] std::string little_bars(const std::vector<std::optional<double>>& values, std::size_t most);

}  // namespace preshift
