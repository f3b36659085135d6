#pragma once

#include "audit_statistics.hpp"

#include <map>

namespace preshift {

/// Parts of audit_statistics, of what is no certificate.

/// One line for each agent, of the newest onboarding; `onboardings` are those that are counted.
[[nodiscard]] Result<void> read_onboardings(AuditStore& store,
                                            const std::map<LogIndex, OnboardingLine>& onboardings,
                                            AuditStatistics& all);

/// Sign-ins, those among them without a clearance, and what journals let notice of a clock.
[[nodiscard]] Result<void> read_shifts(AuditStore& store, AuditStatistics& all);

/// Reviews, disputes, accesses, removals and rejections.
[[nodiscard]] Result<void> read_records(AuditStore& store, AuditStatistics& all);

}  // namespace preshift
