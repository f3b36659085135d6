#include "rule_result.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

using Precedence = std::array<RuleResult, 6>;

constexpr Precedence k_any{RuleResult::pass,       RuleResult::error, RuleResult::unknown,
                           RuleResult::notchecked, RuleResult::fail,  RuleResult::notapplicable};
constexpr Precedence k_all{RuleResult::fail,       RuleResult::error, RuleResult::unknown,
                           RuleResult::notchecked, RuleResult::pass,  RuleResult::notapplicable};

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
  }
  return "";
}

RuleResult negated(RuleResult result) {
  if (result == RuleResult::pass) return RuleResult::fail;
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
