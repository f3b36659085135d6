#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift check`: prints the result; returns the exit status, or why it could not run.
[[nodiscard]] Result<int> run_check_command(const Arguments& arguments, Language language);

}  // namespace preshift
