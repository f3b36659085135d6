#pragma once

#include "check_report.hpp"

#include <string>

namespace preshift {

/// The result as a SARIF 2.1.0 log, for what collects findings. Every rule is a result: its kind is pass,
/// fail, open (unknown or an error), review (a person has to look) or notApplicable; the level of a failure
/// is error for a required rule, warning for an advisory one, note for others. `exit_status` is that of the
/// check.
[[nodiscard]] std::string check_sarif(const CheckReport& report, int exit_status, Language language);

}  // namespace preshift
