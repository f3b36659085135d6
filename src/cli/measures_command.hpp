#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift measures`: the catalogue, or what begins with the argument.
[[nodiscard]] Result<int> run_measures_command(const Arguments& arguments, Language language);

}  // namespace preshift
