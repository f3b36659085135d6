#pragma once

#include "evaluation.hpp"

#include <span>
#include <string_view>

namespace preshift {

/// Whether the rule keeps the workspace from being cleared and may come out otherwise when it is measured
/// again as before: it fails, or is unknown for a reason that whoever sits there can mend, such as a covered
/// camera. Not when a sensor was declined, an answer or a fact is missing, or something must be installed,
/// calibrated or given first.
[[nodiscard]] bool is_worth_repeating(const RuleEvaluation& evaluated);

/// The ids of the reasons with a remedy that is none within the same check.
[[nodiscard]] std::span<const std::string_view> reasons_that_stay();

}  // namespace preshift
