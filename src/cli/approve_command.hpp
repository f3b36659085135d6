#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift approve FILE`: the employer's answer to an onboarding certificate, in a file for the agent.
[[nodiscard]] Result<int> run_approve_command(const Arguments& arguments, Language language);

}  // namespace preshift
