#pragma once

#include "meter_report.hpp"
#include "text.hpp"

#include <string>

namespace preshift {

/// The report for people: what was measured, a table of levels, the bands, and what the chain betrays. Whole
/// lines.
[[nodiscard]] std::string meter_text(const MeterReport& report, Language language);

}  // namespace preshift
