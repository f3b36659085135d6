#pragma once

#include "arguments.hpp"
#include "problem.hpp"

namespace preshift {

/// `preshift rules diff`: what one profile asks otherwise than another. The status is 0 when they ask for the
/// same in the same words, 1 when something differs, 3 when one cannot be read.
[[nodiscard]] Result<int> run_rules_diff_command(const Arguments& arguments, Language language);

}  // namespace preshift
