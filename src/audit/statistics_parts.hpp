#pragma once

#include "audit_statistics.hpp"

#include <map>

namespace preshift {

/// Parts of audit_statistics, of what is no certificate.

/// One line for each agent: of the onboarding that is approved and holds, else of the newest of these.
[[nodiscard]] Result<void> read_onboardings(AuditStore& store, std::map<LogIndex, OnboardingLine> lines,
                                            AuditStatistics& all);

/// Sign-ins, those among them without a clearance, and what journals let notice of a clock.
[[nodiscard]] Result<void> read_shifts(AuditStore& store, AuditStatistics& all);

/// Reviews, disputes, accesses and removals.
[[nodiscard]] Result<void> read_records(AuditStore& store, AuditStatistics& all);

/// Each rejected document is read, to tell whether the store holds it nevertheless.
[[nodiscard]] Result<void> read_rejections(AuditStore& store, AuditStatistics& all);

}  // namespace preshift
