#pragma once

#include "arguments.hpp"
#include "check_report.hpp"

namespace preshift {

/// Prints the result of a check in the --format of these arguments, and gives the exit status; or the problem
/// that kept a device from being measured, which the text result is silent about.
[[nodiscard]] Result<int> print_check(const CheckReport& report, const Arguments& arguments,
                                      Language language);

}  // namespace preshift
