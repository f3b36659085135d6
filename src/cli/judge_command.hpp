#pragma once

#include "arguments.hpp"

namespace preshift {

[[nodiscard]] Result<int> run_judge_command(const Arguments& arguments, Language language);

}  // namespace preshift
