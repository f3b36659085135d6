#include "evaluation.hpp"

#include "rules_texts.hpp"
#include "waiving.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace preshift {
namespace {

/// Whether every measure in it has a value, so that there is something to show.
bool is_measured(const ConditionEvaluation& evaluated) {
  if (const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node))
    return std::all_of(combination->parts.begin(), combination->parts.end(), is_measured);
  const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.node);
  return leaf != nullptr && !std::holds_alternative<Absence>(leaf->measured.outcome);
}

/// The result and its reason, from the rule's place in the profile and from its condition.
void conclude(RuleEvaluation& evaluated, const Facts& facts) {
  const Rule& rule = evaluated.rule;
  const auto because = [&](RuleResult result, Message reason) {
    evaluated.result = result;
    evaluated.reason = std::move(reason);
  };
  if (!rule.is_selected) return because(RuleResult::notselected, {rules_text("result.skipped"), {}});
  const Applies fits = rule.applies_when ? applies(*rule.applies_when, facts) : Applies{true, {}};
  if (!fits.applies)
    return because(RuleResult::unknown, {rules_text("result.fact_missing"), {fits.missing_fact}});
  if (!*fits.applies) return because(RuleResult::notapplicable, {rules_text("result.does_not_apply"), {}});
  evaluated.result = evaluated.condition.result;
  evaluated.reason = evaluated.condition.reason;
  const bool is_shown_only = rule.severity == Severity::informational &&
                             evaluated.result != RuleResult::error && is_measured(evaluated.condition);
  if (!is_shown_only) return;
  evaluated.result = RuleResult::informational;
  evaluated.reason.reset();
}

/// What a rule adds to its requirement and to the outcome.
RuleResult counted(const RuleEvaluation& evaluated) {
  return evaluated.waiver ? RuleResult::notapplicable : evaluated.result;
}

RequirementEvaluation requirement_of(const std::string& name, std::span<const RuleEvaluation* const> rules) {
  // Severity is declared from the weightiest to the lightest.
  RequirementEvaluation requirement;
  requirement.name = name;
  Severity weightiest = Severity::informational;
  const bool all_are_skipped = std::all_of(rules.begin(), rules.end(), [](const RuleEvaluation* evaluated) {
    return evaluated->result == RuleResult::notselected;
  });
  std::vector<RuleResult> results;
  for (const RuleEvaluation* evaluated : rules) {
    const Severity severity = evaluated->rule.severity;
    if (evaluated->waiver) ++requirement.waived;
    if (severity > weightiest || (evaluated->result == RuleResult::notselected && !all_are_skipped)) continue;
    if (severity < weightiest) results.clear();
    weightiest = severity;
    results.push_back(counted(*evaluated));
  }
  requirement.result = combined(Combinator::all, results);
  requirement.advisory = weightiest != Severity::required;
  return requirement;
}

const Declaration* answer_to(const Rule& rule, std::span<const Declaration> declarations) {
  if (!std::holds_alternative<ManualQuestion>(rule.condition.node)) return nullptr;
  const auto found = std::find_if(declarations.begin(), declarations.end(),
                                  [&](const Declaration& each) { return each.rule == rule.id; });
  return found == declarations.end() ? nullptr : &*found;
}

void conclude_all(Evaluation& evaluation) {
  evaluation.requirements = requirements_of(evaluation.rules);
  evaluation.outcome = outcome_of(evaluation.rules);
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
    if (evaluated.rule.severity == Severity::required) required.push_back(counted(evaluated));
  const RuleResult all = combined(Combinator::all, required);
  if (is_passed(all)) return Outcome::cleared;
  return all == RuleResult::fail ? Outcome::not_cleared : Outcome::undecided;
}

std::vector<RequirementEvaluation> requirements_of(std::span<const RuleEvaluation> rules) {
  std::vector<std::string_view> names;
  std::unordered_map<std::string_view, std::vector<const RuleEvaluation*>> rules_of;
  for (const RuleEvaluation& evaluated : rules) {
    std::vector<const RuleEvaluation*>& of_name = rules_of[evaluated.rule.requirement];
    if (of_name.empty()) names.push_back(evaluated.rule.requirement);
    of_name.push_back(&evaluated);
  }
  std::vector<RequirementEvaluation> requirements;
  for (const std::string_view name : names)
    requirements.push_back(requirement_of(std::string(name), rules_of[name]));
  return requirements;
}

Evaluation evaluate(const Profile& profile, const Measurements& measurements,
                    const Circumstances& circumstances) {
  Evaluation evaluation;
  evaluation.profile = profile.name;
  evaluation.version = profile.version;
  evaluation.digest = profile.digest;
  evaluation.extends = profile.extends;
  evaluation.facts = circumstances.facts;
  evaluation.declarations = circumstances.declarations;
  const MeasurementIndex index(measurements);
  evaluation.rules.reserve(profile.rules.size());
  for (const Rule& rule : profile.rules) {
    const Evidence evidence{index, rule.decision, answer_to(rule, circumstances.declarations),
                            circumstances.now};
    RuleEvaluation& evaluated = evaluation.rules.emplace_back();
    evaluated.rule = rule;
    evaluated.condition = evaluate(rule.condition, evidence);
    conclude(evaluated, circumstances.facts);
  }
  evaluation.waivers = apply_waivers(evaluation.rules, circumstances);
  conclude_all(evaluation);
  return evaluation;
}

Evaluation after(const Evaluation& before, Evaluation later) {
  later.attempts = before.attempts + 1;
  for (std::size_t i = 0; i < std::min(before.rules.size(), later.rules.size()); ++i) {
    const RuleEvaluation& earlier = before.rules[i];
    RuleEvaluation& now = later.rules[i];
    if (now.rule.id != earlier.rule.id) continue;
    now.failed_before = earlier.failed_before;
    if (!now.failed_before && earlier.result == RuleResult::fail) now.failed_before = earlier.condition;
    if (now.failed_before && now.result == RuleResult::pass) now.result = RuleResult::fixed;
  }
  conclude_all(later);
  return later;
}

}  // namespace preshift
