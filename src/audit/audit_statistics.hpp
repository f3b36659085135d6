#pragma once

#include "audit_store.hpp"
#include "outcome_counts.hpp"

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace preshift {

/// A rule that did not pass in checks before shifts, and how often, in the first and in the second half of
/// the period.
struct RuleCounts {
  std::string rule;
  std::string requirement;
  bool required = true;
  std::int64_t failed = 0;
  std::int64_t undecided = 0;  ///< unknown, error, notchecked
  std::int64_t waived = 0;     ///< of both
  std::int64_t decisive = 0;   ///< failed, required and not waived: the check was not cleared
  std::array<std::int64_t, 2> in_half{};
};

struct UnknownCause {
  std::string rule;
  std::string reason;  ///< id of a text
  std::int64_t count = 0;
};

/// Checks with a level in dB(A): how many at each tenth of a dB, k_lowest_dba first.
inline constexpr int k_lowest_dba = 0;
inline constexpr int k_highest_dba = 120;
inline constexpr int k_tenths = 10;
inline constexpr std::int64_t k_fewest_told = 5;         ///< checks
inline constexpr std::int64_t k_fewest_agents_told = 3;  ///< that they are of, by name
inline constexpr std::int64_t k_fewest_high_told = 20;   ///< of fewer, what 95 % are below is the loudest one
struct LevelCounts {
  std::array<std::int64_t, (k_highest_dba - k_lowest_dba) * k_tenths> at{};
  std::int64_t count = 0;
  std::int64_t over = 0;      ///< the limit by more than the uncertainty
  std::int64_t in_doubt = 0;  ///< within the uncertainty of the limit

  void add(double level_dba, std::int32_t of_agent);
  LevelCounts& operator+=(const LevelCounts& other);
  /// Whether nobody's level can be read from them: of k_fewest_told checks and k_fewest_agents_told agents or
  /// more, none of whom made more than half of them. Checks of nobody known may be of whoever made most.
  [[nodiscard]] bool are_told() const;
  /// In dB(A), to 0.05 dB; count > 0, 0 <= share <= 1.
  [[nodiscard]] double quantile(double share) const;

  std::unordered_map<std::int32_t, std::int64_t> of_agents;  ///< checks of each; those of nobody known at 0
};

struct SiteHour {
  std::string site;
  int hour = 0;  ///< of local time
  auto operator<=>(const SiteHour&) const = default;
};

struct WaiverUse {
  std::string rule;
  std::string approver;
  std::string justification;
  std::int64_t until = 0;   ///< seconds since 1970
  std::int64_t uses = 0;    ///< checks that it counted in
  std::int64_t checks = 0;  ///< that name it
};

/// An onboarding, as an agent's certificate and the employer's newest answer say.
struct OnboardingLine {
  std::string agent;
  std::string site;
  std::int64_t issued_at = 0;
  std::int64_t certificate_until = 0;
  std::optional<std::int64_t> approved_until;  ///< by the newest answer, when it approves
  bool refused = false;
};

/// A sign-in without a clearance that the store can show.
struct UnclearedShift {
  std::string agent;
  std::int64_t at = 0;
  std::string certificate;  ///< id that the journal names
  enum class Why {
    not_in_store,
    not_cleared,
    not_live,
    outside_validity,
    of_another
  } why = Why::not_in_store;
};

struct ClockAnomaly {
  std::string agent;
  std::int64_t at = 0;
  std::string event;  ///< clock_back, clock_changed
};

/// All that a report says, counted once. Times are local by the process's time zone.
struct AuditStatistics {
  AuditFilter filter;
  std::chrono::sys_seconds now{};
  std::string place;
  std::uint64_t log_size = 0;
  std::string log_root;    ///< hexadecimal
  std::string checkpoint;  ///< C2SP signed note
  /// Entries that were seen here before, when the log no longer begins with them (missed_beginning).
  std::uint64_t missed_entries = 0;

  OutcomeCounts checks;  ///< before shifts
  OutcomeCounts onboardings;
  std::int64_t recordings = 0;  ///< of all, made from recordings instead of devices
  std::int64_t erased = 0;      ///< of all, counted without telling whose
  std::int64_t rejected = 0;  ///< documents that were refused, and that the store does not hold nevertheless
  std::set<LogIndex> rejected_but_held;        ///< entries of the other rejections
  std::map<std::int32_t, OutcomeCounts> days;  ///< by days since 1970
  std::map<std::string, OutcomeCounts> sites;
  std::map<std::string, OutcomeCounts> agents;
  std::map<std::string, OutcomeCounts> profiles;
  std::array<std::array<OutcomeCounts, 24>, 7> week{};  ///< Monday first, by hour
  std::vector<RuleCounts> rules;                        ///< most often first
  std::vector<UnknownCause> unknowns;                   ///< likewise
  std::array<std::int64_t, 2> checks_in_half{};         ///< before and after the middle of the period
  LevelCounts levels;
  std::map<SiteHour, LevelCounts> levels_by_hour;
  std::map<double, std::int64_t> limits_dba;     ///< how many of the levels were judged by each
  double mean_uncertainty_db = 0;                ///< of all levels
  std::vector<WaiverUse> waivers;                ///< most used first
  std::vector<OnboardingLine> onboarding_lines;  ///< one of each agent, whenever it was issued
  std::vector<UnclearedShift> uncleared_shifts;
  std::int64_t shifts = 0;
  std::vector<ClockAnomaly> clock_anomalies;
  std::vector<AuditStore::Repeated> repeated;
  std::vector<Record> reviews;   ///< of the certificates that are counted, oldest first
  std::vector<Record> disputes;  ///< likewise
  std::vector<Record> accesses;
  std::vector<Record> removals;  ///< erasures and retentions
};

/// A name that was mistyped shall not look like an answer: refuses a filter that names what the store does
/// not. To be asked before a reading is logged, which names the agent too.
[[nodiscard]] Result<void> require_known_names(AuditStore& store, const AuditFilter& filter);

/// Whether what was refused is counted: each such document is read for that.
enum class Refused : bool { left_out, counted };

/// Reads each row once; memory in proportion to 48 bytes a certificate, and to the agents of each site and
/// hour.
[[nodiscard]] Result<AuditStatistics> audit_statistics(AuditStore& store, const AuditFilter& filter,
                                                       std::chrono::sys_seconds now,
                                                       Refused refused = Refused::counted);

}  // namespace preshift
