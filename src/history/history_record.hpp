#pragma once

#include "check_report.hpp"
#include "clock_reading.hpp"
#include "json_document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

struct RequirementRecord {
  std::string name;
  std::string result;  ///< as in JSON: pass, fail, unknown, ...
};

/// What is kept of one check for the agent's own trend: numbers, and ids of rules. No device, no room, no
/// key, no file.
struct HistoryRecord {
  std::chrono::sys_seconds at{};
  std::chrono::minutes local_offset{};
  std::string outcome;   ///< cleared, not_cleared, undecided
  bool is_live = false;  ///< of devices alone, not of recordings
  std::string profile;
  std::optional<double> level_dba;  ///< LAeq of the silence, of a calibrated microphone; none: not known
  std::optional<double> voice_to_background_db;
  std::vector<RequirementRecord> requirements;
  std::vector<std::string> to_mend;  ///< ids of required and advisory rules that failed
};

[[nodiscard]] HistoryRecord history_record(const CheckReport& report, const ClockReading& now);

/// One line of the history, without its end: `preshift-history/1`.
[[nodiscard]] std::string written(const HistoryRecord& record);

/// None for anything else.
[[nodiscard]] std::optional<HistoryRecord> read_history_record(std::string_view line);

}  // namespace preshift
