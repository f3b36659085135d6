#pragma once

#include "arguments.hpp"
#include "problem.hpp"

namespace preshift {

/// `preshift rules test`: runs files of cases. The status is 0 when every case holds, 1 when some do not (or,
/// with --complete, when something is left untested), 3 when a file cannot be used.
[[nodiscard]] Result<int> run_rules_test_command(const Arguments& arguments, Language language);

}  // namespace preshift
