#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift onboard`: leads through an onboarding and certifies it (status 0), or stops where the check did
/// not clear (1, 2); with --approval puts the employer's answer in, with --status tells how the onboarding
/// stands: 0 approved, 1 refused, else 2.
[[nodiscard]] Result<int> run_onboard_command(const Arguments& arguments, Language language);

}  // namespace preshift
