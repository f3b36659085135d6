#pragma once

#include "history_record.hpp"
#include "problem.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace preshift {

/// The agent's own history of checks: history.jsonl in the state folder, one record a line, for the user
/// alone. It is kept unless the user said otherwise: then `history.off` stands beside it.

struct History {
  std::vector<HistoryRecord> records;  ///< as they were added
  std::size_t unreadable_lines = 0;    ///< that are no records; left out
};

/// Empty when the user has no home.
[[nodiscard]] std::filesystem::path history_file();

/// Beyond this many the oldest go: some years of daily checks.
inline constexpr std::size_t k_most_history = 1000;

/// Empty when there is no file.
[[nodiscard]] Result<History> read_history(const std::filesystem::path& file);

[[nodiscard]] Result<void> add_to_history(const std::filesystem::path& file, const HistoryRecord& record);

/// Removes every record.
[[nodiscard]] Result<void> clear_history(const std::filesystem::path& file);

[[nodiscard]] bool is_history_kept(const std::filesystem::path& file);
[[nodiscard]] Result<void> keep_history(const std::filesystem::path& file, bool keep);

}  // namespace preshift
