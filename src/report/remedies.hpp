#pragma once

#include "evaluation.hpp"
#include "text.hpp"

#include <string>
#include <vector>

namespace preshift {

/// What to do about a rule that did not pass, each thing once: the rule's own remedy where the workspace is
/// at fault, and what would make known what is not. Empty for a pass, and where the reason itself says it.
[[nodiscard]] std::vector<std::string> remedies(const RuleEvaluation& evaluated, Language language);

}  // namespace preshift
