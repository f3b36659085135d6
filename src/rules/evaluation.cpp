#include "evaluation.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

RuleEvaluation evaluate_rule(const Rule& rule, const Measurements& measurements) {
  ConditionEvaluation condition = evaluate(rule.condition, measurements);
  return {rule, condition.result, condition.reason, std::move(condition)};
}

RequirementEvaluation requirement_of(const std::string& name, std::span<const RuleEvaluation> rules) {
  // Severity is declared from the weightiest to the lightest.
  Severity weightiest = Severity::informational;
  std::vector<RuleResult> results;
  for (const RuleEvaluation& evaluated : rules) {
    const Severity severity = evaluated.rule.severity;
    if (evaluated.rule.requirement != name || severity > weightiest) continue;
    if (severity < weightiest) results.clear();
    weightiest = severity;
    results.push_back(evaluated.result);
  }
  return {name, combined(Combinator::all, results), weightiest != Severity::required};
}

}  // namespace

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::cleared:
      return "cleared";
    case Outcome::not_cleared:
      return "not_cleared";
    case Outcome::undecided:
      return "undecided";
  }
  return "";
}

Outcome outcome_of(std::span<const RuleEvaluation> rules) {
  std::vector<RuleResult> required;
  for (const RuleEvaluation& evaluated : rules)
    if (evaluated.rule.severity == Severity::required) required.push_back(evaluated.result);
  const RuleResult all = combined(Combinator::all, required);
  if (all == RuleResult::pass) return Outcome::cleared;
  return all == RuleResult::fail ? Outcome::not_cleared : Outcome::undecided;
}

std::vector<RequirementEvaluation> requirements_of(std::span<const RuleEvaluation> rules) {
  std::vector<RequirementEvaluation> requirements;
  for (const RuleEvaluation& evaluated : rules) {
    const std::string& name = evaluated.rule.requirement;
    const bool known =
        std::any_of(requirements.begin(), requirements.end(),
                    [&](const RequirementEvaluation& requirement) { return requirement.name == name; });
    if (!known) requirements.push_back(requirement_of(name, rules));
  }
  return requirements;
}

Evaluation evaluate(const Profile& profile, const Measurements& measurements) {
  Evaluation evaluation{profile.name, profile.version, {}, {}, Outcome::undecided};
  for (const Rule& rule : profile.rules) evaluation.rules.push_back(evaluate_rule(rule, measurements));
  evaluation.requirements = requirements_of(evaluation.rules);
  evaluation.outcome = outcome_of(evaluation.rules);
  return evaluation;
}

}  // namespace preshift
