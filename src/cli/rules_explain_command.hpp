#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift rules explain`: what the rules of a profile ask for, or the one with this id.
[[nodiscard]] Result<int> run_rules_explain_command(const Arguments& arguments, Language language);

}  // namespace preshift
