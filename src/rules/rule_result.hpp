#pragma once

#include "condition.hpp"

#include <span>
#include <string_view>

namespace preshift {

/// How a condition or a rule came out, in the words of XCCDF 1.2.
enum class RuleResult {
  pass,
  fail,
  unknown,        ///< cannot be told: not measured, or too close to the limit. Never certifies, never fails
  error,          ///< the measurement failed or makes no sense
  notapplicable,  ///< does not apply here, and so has no say in a combination
  notchecked,     ///< the agent declined the sensor
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(RuleResult result);

/// Pass for fail and fail for pass; what decides nothing stays what it is.
[[nodiscard]] RuleResult negated(RuleResult result);

/// What a combination of these results is, in a three-valued logic (Kleene) with three reasons to be
/// undecided. `any` passes when one does and `all` fails when one does; else, when some are undecided, each
/// of those might have turned the result, so it is undecided: error before unknown before notchecked (the
/// order of OVAL's OperatorEnumeration). `none` is the contrary of `any`. What is notapplicable does not
/// count, unless nothing else is there. A combination of nothing is an error: it asks for nothing.
[[nodiscard]] RuleResult combined(Combinator combinator, std::span<const RuleResult> results);

}  // namespace preshift
