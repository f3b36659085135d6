#pragma once

#include "evaluation.hpp"
#include "json_document.hpp"

namespace preshift {

/// A measured value with its unit and expanded uncertainty, a word, or the kind of its absence with the id of
/// the reason. Never the reason's words: they may name a device or a file.
[[nodiscard]] Json certified(const Measurement& measurement);

/// How one rule came out, and what by: each measurement with its limit; `waived` where a waiver counts.
[[nodiscard]] Json certified(const RuleEvaluation& evaluated);

[[nodiscard]] Json certified(const RequirementEvaluation& requirement);

}  // namespace preshift
