#pragma once

#include "audit_statistics.hpp"
#include "document.hpp"

namespace preshift {

/// What a report's first page says besides its figures: what failed and what was not known most often, and
/// how much waits for a person. The tables have the whole.
[[nodiscard]] NamedValues report_glance(const AuditStatistics& all, Language language);

}  // namespace preshift
