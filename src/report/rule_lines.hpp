#pragma once

#include "evaluation.hpp"
#include "text.hpp"

#include <string>
#include <vector>

namespace preshift {

/// What was measured for a rule, what it asks, why it came out so and what to do, in plain lines of text, for
/// reports that programs show.
[[nodiscard]] std::string rule_lines(const RuleEvaluation& evaluated, Language language);

/// Its result and, where there is one, the reason, in one line: "fail: above the limit".
[[nodiscard]] std::string result_line(const RuleEvaluation& evaluated, Language language);

/// The measures that the rule was judged by, each once.
[[nodiscard]] std::vector<std::string> measures_of(const ConditionEvaluation& condition);

}  // namespace preshift
