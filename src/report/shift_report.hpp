#pragma once

#include "journal_reading.hpp"
#include "shift_state.hpp"
#include "text_writer.hpp"

#include <optional>
#include <set>
#include <string>

namespace preshift {

/// "2026-03-01 09:30 (UTC+01:00)": as the clock on the wall showed it then.
[[nodiscard]] std::string shown_moment(const ClockReading& clock);

/// "7 h 58 min".
[[nodiscard]] std::string shown_duration(std::chrono::seconds duration);

/// Whether a shift goes on, since when, and what cleared it.
[[nodiscard]] std::string shift_status_text(const Journal& journal, const ClockReading& now,
                                            const TextStyle& style);
[[nodiscard]] std::string shift_status_json(const Journal& journal, const ClockReading& now);

/// What the entries say, oldest first.
[[nodiscard]] std::string shift_log_text(const Journal& journal, const TextStyle& style);

/// Whom a journal's keys are compared with.
struct JournalTrust {
  std::optional<std::set<std::string>> trusted;  ///< did:key names; none: nobody said
  bool is_own = false;                           ///< they are the user's own
};

enum class JournalVerdict { sound, clock_changed, not_sound };

/// Not sound too where none of the keys is trusted.
[[nodiscard]] JournalVerdict verdict_on(const Journal& journal, const JournalTrust& trust);

[[nodiscard]] std::string journal_verification_text(const std::string& name, const Journal& journal,
                                                    const JournalTrust& trust, const TextStyle& style);

/// `entries` as they stand in the journal, the findings with their words, and the verdict.
[[nodiscard]] std::string journal_json(const std::string& name, const Journal& journal,
                                       const JournalTrust& trust, Language language);

}  // namespace preshift
