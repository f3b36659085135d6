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
  notchecked,     ///< the agent declined the sensor, or nobody answered the question
  notselected,    ///< skipped by the profile, and so without a say
  informational,  ///< measured and shown, not judged, and so without a say
  fixed,          ///< failed, then mended and passed within the same check: as good as pass
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(RuleResult result);

/// Whether it counts as passed: pass or fixed.
[[nodiscard]] constexpr bool is_passed(RuleResult result) {
  return result == RuleResult::pass || result == RuleResult::fixed;
}

/// Whether it says that something is as asked, is not, or cannot be told; not notapplicable, notselected or
/// informational.
[[nodiscard]] constexpr bool has_say(RuleResult result) {
  return result != RuleResult::notapplicable && result != RuleResult::notselected &&
         result != RuleResult::informational;
}

/// Pass for fail, and fail for pass and fixed; what decides nothing stays what it is.
[[nodiscard]] RuleResult negated(RuleResult result);

/// What a combination of these results is, in a three-valued logic (Kleene) with three reasons to be
/// undecided. `any` passes when one does and `all` fails when one does; else, when some are undecided, each
/// of those might have turned the result, so it is undecided: error before unknown before notchecked (the
/// order of OVAL's OperatorEnumeration). `none` is the contrary of `any`. What has no say does not count,
/// unless nothing else is there: then it is informational before notapplicable before notselected. Where
/// everything that counts passed and something of it was fixed, `all` is fixed, and `any` only when nothing
/// passed by itself. A combination of nothing is an error: it asks for nothing.
[[nodiscard]] RuleResult combined(Combinator combinator, std::span<const RuleResult> results);

}  // namespace preshift
