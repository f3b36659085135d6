#pragma once

#include "audit_statistics.hpp"
#include "document.hpp"

#include <cstddef>
#include <string>

namespace preshift {

/// The tables of a report, which questions are answered with too. Names of columns and words are in the
/// language; agents are called by their pseudonyms.

[[nodiscard]] Table days_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table sites_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table agents_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table profiles_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table rules_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table unknowns_table(const AuditStatistics& all, Language language);
/// Without `detail`, levels that would tell one agent's (LevelCounts::are_told) are left out.
[[nodiscard]] Table levels_table(const AuditStatistics& all, bool detail, Language language);
[[nodiscard]] Table waivers_table(const AuditStatistics& all, Language language);

/// Every agent's, those that ask for something first.
[[nodiscard]] Table onboardings_table(const AuditStatistics& all, Language language);
/// How many of them hold, and expire within 30 days.
[[nodiscard]] std::int64_t expiring_onboardings(const AuditStatistics& all);
[[nodiscard]] Table shifts_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table clocks_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table reviews_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table accesses_table(const AuditStatistics& all, Language language);
[[nodiscard]] Table removals_table(const AuditStatistics& all, Language language);

/// These ask the store again.
[[nodiscard]] Result<Table> repeated_table(AuditStore& store, const AuditStatistics& all, Language language);
[[nodiscard]] Result<Table> rejections_table(AuditStore& store, const AuditStatistics& all,
                                             Language language);
/// Every check of the filter; with `detail` its level too, which is one agent's.
[[nodiscard]] Result<Table> clearances_table(AuditStore& store, const AuditFilter& filter, bool detail,
                                             Language language);

/// Of a share of checks that grew or fell from the first half of the period to the second by more than chance
/// would (two standard deviations of a count).
enum class Trend { falling, steady, rising };
[[nodiscard]] Trend trend_of(const RuleCounts& counts, std::int64_t first_half, std::int64_t second_half);

/// `2026-03-01 09:30` in the process's time zone.
[[nodiscard]] std::string local_text(std::int64_t seconds_since_1970);
/// `2026-03-01`
[[nodiscard]] std::string day_text(std::int32_t days_since_1970);

}  // namespace preshift
