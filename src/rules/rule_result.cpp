#include "rule_result.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

using Precedence = std::array<RuleResult, 9>;

constexpr Precedence k_any{RuleResult::pass,          RuleResult::fixed,         RuleResult::error,
                           RuleResult::unknown,       RuleResult::notchecked,    RuleResult::fail,
                           RuleResult::informational, RuleResult::notapplicable, RuleResult::notselected};
constexpr Precedence k_all{RuleResult::fail,          RuleResult::error,         RuleResult::unknown,
                           RuleResult::notchecked,    RuleResult::fixed,         RuleResult::pass,
                           RuleResult::informational, RuleResult::notapplicable, RuleResult::notselected};

RuleResult first_found(const Precedence& precedence, std::span<const RuleResult> results) {
  for (const RuleResult result : precedence) {
    if (std::find(results.begin(), results.end(), result) != results.end()) return result;
  }
  return RuleResult::error;
}

}  // namespace

std::string_view to_string(RuleResult result) {
  switch (result) {
    case RuleResult::pass:
      return "pass";
    case RuleResult::fail:
      return "fail";
    case RuleResult::unknown:
      return "unknown";
    case RuleResult::error:
      return "error";
    case RuleResult::notapplicable:
      return "notapplicable";
    case RuleResult::notchecked:
      return "notchecked";
    case RuleResult::notselected:
      return "notselected";
    case RuleResult::informational:
      return "informational";
    case RuleResult::fixed:
      return "fixed";
  }
  return "";
}

RuleResult negated(RuleResult result) {
  if (is_passed(result)) return RuleResult::fail;
  if (result == RuleResult::fail) return RuleResult::pass;
  return result;
}

RuleResult combined(Combinator combinator, std::span<const RuleResult> results) {
  switch (combinator) {
    case Combinator::any:
      return first_found(k_any, results);
    case Combinator::all:
      return first_found(k_all, results);
    case Combinator::none:
      return negated(first_found(k_any, results));
  }
  return RuleResult::error;
}

}  // namespace preshift
