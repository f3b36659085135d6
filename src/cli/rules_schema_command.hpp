#pragma once

#include "arguments.hpp"
#include "problem.hpp"

namespace preshift {

/// `preshift rules schema`: the JSON Schema of rules files, or of their tests, for editors.
[[nodiscard]] Result<int> run_rules_schema_command(const Arguments& arguments, Language language);

}  // namespace preshift
