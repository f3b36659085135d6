#pragma once

#include "evaluation.hpp"
#include "text_writer.hpp"

#include <cstddef>

namespace preshift {

/// What was measured and what is asked, or the question and its answer. Of a combination, what decided: the
/// conditions that let it pass, or those that stand in its way. Their marks say what is well and what is not,
/// also of conditions that must not hold.
void write_condition(TextWriter& writer, const ConditionEvaluation& evaluated, std::size_t indent);

/// Why it came out so. A plain failure explains itself by its numbers, and a pass needs no reason.
void write_reason(TextWriter& writer, RuleResult result, const std::optional<Message>& reason,
                  std::size_t indent);

}  // namespace preshift
