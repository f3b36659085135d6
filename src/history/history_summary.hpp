#pragma once

#include "history_record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

/// The checks of a week, from Monday on by the local clock.
struct HistoryWeek {
  std::chrono::sys_days monday{};
  std::size_t checks = 0;
  std::size_t cleared = 0;
  std::optional<double> mean_level_dba;  ///< of the levels that are known: their arithmetic mean
  std::optional<double> mean_voice_to_background_db;
};

/// How a requirement came out in one check.
enum class RequirementMark { met, not_met, unknown, no_say };

struct RequirementHistory {
  std::string name;
  std::vector<RequirementMark> marks;  ///< one for each check; no_say where it did not have the requirement
  std::size_t met = 0;
  std::size_t judged = 0;  ///< met, not met or unknown
};

struct HistorySummary {
  std::size_t cleared = 0;
  std::size_t not_cleared = 0;
  std::size_t undecided = 0;
  std::size_t recordings = 0;
  std::vector<std::optional<double>> levels_dba;  ///< one for each check, as the two below
  std::vector<std::optional<double>> voices_db;
  std::vector<HistoryWeek> weeks;                ///< with a check, oldest first
  std::vector<RequirementHistory> requirements;  ///< that ever had a say, in the order of first appearance
  std::vector<std::pair<std::string, std::size_t>> to_mend;  ///< rules and how often, the most frequent first
};

[[nodiscard]] HistorySummary summary_of(const std::vector<HistoryRecord>& records);

/// The day by the local clock of the check.
[[nodiscard]] std::chrono::sys_days local_day(const HistoryRecord& record);

}  // namespace preshift
