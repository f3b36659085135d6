#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift rules lint`: all that is to be mended in some rules files. The status is 0 without
/// findings, 3 with some.
[[nodiscard]] Result<int> run_rules_lint_command(const Arguments& arguments, Language language);

}  // namespace preshift
