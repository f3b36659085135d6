#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift shift start`: checks the workspace, or takes a certificate, and signs in. The status is 0 when
/// the shift may start; else that of the check, or 1.
[[nodiscard]] Result<int> run_shift_start_command(const Arguments& arguments, Language language);

}  // namespace preshift
