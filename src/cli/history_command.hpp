#pragma once

#include "arguments.hpp"
#include "check_report.hpp"

namespace preshift {

/// `preshift history`: the agent's own checks as text, JSON or a picture; or clears, stops or resumes
/// keeping.
[[nodiscard]] Result<int> run_history_command(const Arguments& arguments, Language language);

/// Keeps what a check came to, unless the user said not to or it did not come to its end. A failure to write
/// is said on standard error and changes nothing else.
void keep_in_history(const CheckReport& report, Language language);

}  // namespace preshift
