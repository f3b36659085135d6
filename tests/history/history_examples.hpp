#pragma once

#include "history_record.hpp"

namespace preshift::testing {

/// Monday 5 January 2026, 08:30 UTC, in a zone an hour ahead.
inline constexpr std::chrono::sys_seconds k_monday{std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) +
                                                   std::chrono::minutes(510)};

inline HistoryRecord cleared_record(int day, double level, double voice) {
  HistoryRecord record;
  record.at = k_monday + std::chrono::days(day);
  record.local_offset = std::chrono::minutes(60);
  record.outcome = "cleared";
  record.is_live = true;
  record.profile = "standard";
  record.level_dba = level;
  record.voice_to_background_db = voice;
  record.requirements = {{"quiet", "pass"}, {"separate", "pass"}};
  return record;
}

inline HistoryRecord noisy_record(int day, double level) {
  HistoryRecord record = cleared_record(day, level, 14);
  record.outcome = "not_cleared";
  record.requirements.front().result = "fail";
  record.to_mend = {"quiet.background-noise"};
  return record;
}

inline HistoryRecord unknown_record(int day) {
  HistoryRecord record = cleared_record(day, 0, 0);
  record.outcome = "undecided";
  record.level_dba.reset();
  record.voice_to_background_db.reset();
  record.requirements.front().result = "unknown";
  return record;
}

}  // namespace preshift::testing
