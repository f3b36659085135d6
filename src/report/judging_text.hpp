#pragma once

#include "evaluation.hpp"
#include "text_writer.hpp"

#include <cstddef>
#include <span>

namespace preshift {

/// What a check was judged by, beside its measurements.

/// What the profile extends, its digest, the facts that were given, and how often was measured.
void write_rules_header(TextWriter& writer, const Evaluation& evaluation);

/// By which rule a measured number is decided near a limit, in a sentence.
void write_decision(TextWriter& writer, const Decision& decision, std::size_t indent);

/// What a rule was judged by: its condition, why it came out so, by which decision rule where that is not the
/// common one, how it failed before it was fixed, and the waiver that counts.
void write_judging(TextWriter& writer, const RuleEvaluation& evaluated, std::size_t indent);

/// Every waiver that was given, with what became of it; nothing when there are none.
void write_waivers(TextWriter& writer, std::span<const WaiverEvaluation> waivers);

/// How many required rules are waived in a check that is cleared; nothing when none is.
void write_debt_to_waivers(TextWriter& writer, std::span<const RuleEvaluation> rules);

}  // namespace preshift
