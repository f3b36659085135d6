#pragma once

#include "evaluation.hpp"
#include "text_writer.hpp"

#include <cstddef>

namespace preshift {

/// What was measured for the rule, what the rule asks, and why it could not be judged if so. Of a
/// combination, what decided: the conditions that let the rule pass, or those that stand in its way. Their
/// marks say what is well and what is not, also of conditions that must not hold.
void write_condition(TextWriter& writer, const RuleEvaluation& evaluated, std::size_t indent);

}  // namespace preshift
