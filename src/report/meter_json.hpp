#pragma once

#include "meter_report.hpp"
#include "text.hpp"

#include <string>

namespace preshift {

/// The report as JSON (docs/meter-json.md), indented, without a line end.
[[nodiscard]] std::string meter_json(const MeterReport& report, Language language);

}  // namespace preshift
