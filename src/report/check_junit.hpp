#pragma once

#include "check_report.hpp"

#include <string>

namespace preshift {

/// The result as JUnit XML, for a build server: a suite for each requirement with a test for each rule, and a
/// suite `outcome` with one test, which passes when the check cleared. So the report is all green exactly
/// when the exit status is 0: a required rule that fails is a failure, one that could not be judged an error;
/// what is not required, and does not pass, is skipped with its result as the message, since it decides
/// nothing.
[[nodiscard]] std::string check_junit(const CheckReport& report, Language language);

}  // namespace preshift
