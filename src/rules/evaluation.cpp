#include "evaluation.hpp"

#include "measures.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace preshift {
namespace {

struct Verdict {
  RuleResult result = RuleResult::unknown;
  std::optional<Message> reason;
};

template <class... Arguments>
Verdict verdict(RuleResult result, const Text& reason, Arguments&&... arguments) {
  return {result, Message{reason, {Argument(std::forward<Arguments>(arguments))...}}};
}

Verdict within_uncertainty(const Quantity& quantity, const std::string& unit) {
  const bool count = unit == units::k_person || unit == units::k_picture;
  const double u = quantity.expanded_uncertainty;
  if (count) return verdict(RuleResult::unknown, rules_text("result.count_uncertain"), u);
  return verdict(RuleResult::unknown, rules_text("result.within_uncertainty"), u, unit);
}

Verdict judge_quantity(const Quantity& quantity, const Limit& limit) {
  const double u = quantity.expanded_uncertainty;
  const bool finite = std::isfinite(quantity.value) && std::isfinite(u) && std::isfinite(limit.value);
  if (!finite || u < 0) return verdict(RuleResult::error, rules_text("result.not_finite"));
  const double rounding = 1e-9 * std::max(1.0, std::abs(limit.value));
  const bool at_most = limit.comparison == Comparison::at_most;
  const double above =
      at_most ? quantity.value - limit.value : limit.value - quantity.value;  // beyond the limit
  if (above + u <= rounding) return {RuleResult::pass, std::nullopt};
  if (above - u <= rounding) return within_uncertainty(quantity, limit.unit);
  return verdict(RuleResult::fail, at_most ? rules_text("result.above") : rules_text("result.below"));
}

Verdict judge_unit(const std::string& measured, const std::string& limited) {
  if (measured == units::k_dbfs && limited == units::k_dba) {
    return verdict(RuleResult::unknown, rules_text("result.not_calibrated"));
  }
  return verdict(RuleResult::error, rules_text("result.other_unit"), measured, limited);
}

Verdict judge_absence(const Absence& absence) {
  switch (absence.kind) {
    case AbsenceKind::unknown:
      return {RuleResult::unknown, absence.reason};
    case AbsenceKind::declined:
      return {RuleResult::notchecked, absence.reason};
    case AbsenceKind::failed:
      return {RuleResult::error, absence.reason};
  }
  return {RuleResult::error, absence.reason};
}

Verdict judge(const Condition& condition, const Measurement& measured) {
  if (const auto* absence = std::get_if<Absence>(&measured.outcome)) return judge_absence(*absence);
  const auto* limit = std::get_if<Limit>(&condition);
  const auto* quantity = std::get_if<Quantity>(&measured.outcome);
  if (limit != nullptr && quantity != nullptr) {
    return measured.unit == limit->unit ? judge_quantity(*quantity, *limit)
                                        : judge_unit(measured.unit, limit->unit);
  }
  const auto* expected = std::get_if<ExpectedWord>(&condition);
  const auto* state = std::get_if<State>(&measured.outcome);
  if (expected == nullptr || state == nullptr)
    return verdict(RuleResult::error, rules_text("result.other_kind"));
  if (state->value == expected->word) return {RuleResult::pass, std::nullopt};
  return verdict(RuleResult::fail, rules_text("result.other_word"));
}

Measurement not_measured(const std::string& name) {
  const Measure* measure = find_measure(name);
  return unknown(name, measure == nullptr ? std::string{} : std::string(measure->unit),
                 Message{rules_text("result.not_measured"), {}});
}

RuleEvaluation evaluate_rule(const Rule& rule, const Measurements& measurements) {
  const auto is_measured = [&](const Measurement& measurement) { return measurement.name == rule.measure; };
  const auto found = std::find_if(measurements.begin(), measurements.end(), is_measured);
  const bool once = found == measurements.end() || std::none_of(found + 1, measurements.end(), is_measured);
  const Measurement measured = found == measurements.end() ? not_measured(rule.measure) : *found;
  Verdict found_verdict = once ? judge(rule.condition, measured)
                               : verdict(RuleResult::error, rules_text("result.measured_twice"));
  return {rule, found_verdict.result, measured, std::move(found_verdict.reason)};
}

/// 0 is the worst.
std::size_t rank(RuleResult result) {
  constexpr std::array k_worst_first{RuleResult::fail,       RuleResult::error, RuleResult::unknown,
                                     RuleResult::notchecked, RuleResult::pass,  RuleResult::notapplicable};
  const auto place = std::find(k_worst_first.begin(), k_worst_first.end(), result);
  return static_cast<std::size_t>(std::distance(k_worst_first.begin(), place));
}

RequirementEvaluation requirement_of(const std::string& name, std::span<const RuleEvaluation> rules) {
  // Severity is declared from the weightiest to the lightest, so the least pair is the worst of the
  // weightiest.
  std::pair worst{Severity::informational, rank(RuleResult::notapplicable)};
  RuleResult result = RuleResult::notapplicable;
  for (const RuleEvaluation& evaluated : rules) {
    const std::pair candidate{evaluated.rule.severity, rank(evaluated.result)};
    if (evaluated.rule.requirement != name || candidate > worst) continue;
    worst = candidate;
    result = evaluated.result;
  }
  return {name, result, worst.first != Severity::required};
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
  bool any_passed = false;
  bool any_open = false;
  for (const RuleEvaluation& evaluated : rules) {
    if (evaluated.rule.severity != Severity::required) continue;
    if (evaluated.result == RuleResult::fail) return Outcome::not_cleared;
    any_passed |= evaluated.result == RuleResult::pass;
    any_open |= evaluated.result != RuleResult::pass && evaluated.result != RuleResult::notapplicable;
  }
  return any_passed && !any_open ? Outcome::cleared : Outcome::undecided;
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
