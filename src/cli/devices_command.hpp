#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift devices`.
[[nodiscard]] Result<int> run_devices_command(const Arguments& arguments, Language language);

}  // namespace preshift
