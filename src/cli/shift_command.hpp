#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift shift end`: 0, or 1 when there is no shift to end.
[[nodiscard]] Result<int> run_shift_end_command(const Arguments& arguments, Language language);

/// `preshift shift status`: 0 on shift, 1 off shift.
[[nodiscard]] Result<int> run_shift_status_command(const Arguments& arguments, Language language);

[[nodiscard]] Result<int> run_shift_log_command(const Arguments& arguments, Language language);

/// `preshift shift verify`: 0 sound, 1 not, 2 sound with a clock that was changed.
[[nodiscard]] Result<int> run_shift_verify_command(const Arguments& arguments, Language language);

}  // namespace preshift
