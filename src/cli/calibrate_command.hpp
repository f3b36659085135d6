#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift calibrate`: calibrates and stores, or lists, or removes; prints what came of it.
[[nodiscard]] Result<int> run_calibrate_command(const Arguments& arguments, Language language);

}  // namespace preshift
