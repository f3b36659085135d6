#pragma once

#include "circumstances.hpp"
#include "evaluation.hpp"

#include <vector>

namespace preshift {

/// What becomes of each waiver of these circumstances, in their order; a rule that one counts for keeps it.
/// Where several would count for a rule, the first does, and the others are not needed.
[[nodiscard]] std::vector<WaiverEvaluation> apply_waivers(std::vector<RuleEvaluation>& rules,
                                                          const Circumstances& circumstances);

}  // namespace preshift
