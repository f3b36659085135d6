#pragma once

#include "audit_statistics.hpp"
#include "document.hpp"

namespace preshift {

[[nodiscard]] Chart outcomes_chart(const AuditStatistics& all, Language language);
[[nodiscard]] Chart reasons_chart(const AuditStatistics& all, Language language);
[[nodiscard]] Chart levels_chart(const AuditStatistics& all, Language language);
[[nodiscard]] Chart week_chart(const AuditStatistics& all, Language language);

}  // namespace preshift
