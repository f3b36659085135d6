#include "condition_evaluation.hpp"

#include "measures.hpp"
#include "rules_texts.hpp"
#include "verdict.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

Measurement not_measured(const std::string& name) {
  const Measure* measure = find_measure(name);
  return unknown(name, measure == nullptr ? std::string{} : std::string(measure->unit),
                 Message{rules_text("result.not_measured"), {}});
}

ConditionEvaluation evaluate_leaf(const MeasureCondition& condition, const Evidence& evidence) {
  const auto [found, is_alone] = evidence.measurements.find(condition.measure);
  Measurement measured = found == nullptr ? not_measured(condition.measure) : *found;
  Verdict judged = is_alone ? judge(condition.criterion, measured, evidence.decision)
                            : Verdict{RuleResult::error, Message{rules_text("result.measured_twice"), {}}};
  return {judged.result, std::move(judged.reason),
          MeasureEvaluation{condition, std::move(measured), judged.probability}};
}

ConditionEvaluation evaluate_answer(const ManualQuestion& question, const Evidence& evidence) {
  const auto unanswered = [&](const Text& reason) {
    return ConditionEvaluation{RuleResult::notchecked, Message{reason, {}},
                               ManualEvaluation{question, std::nullopt}};
  };
  const Declaration* answer = evidence.answer;
  if (answer == nullptr) return unanswered(rules_text("result.not_answered"));
  if (answer->at > evidence.now) return unanswered(rules_text("result.answered_later"));
  if (question.answered_by == Answerer::reviewer && answer->role == Answerer::agent)
    return unanswered(rules_text("result.not_reviewed"));
  ManualEvaluation evaluated{question, *answer};
  if (answer->says_yes == question.expects_yes) return {RuleResult::pass, std::nullopt, std::move(evaluated)};
  const Text reason = answer->says_yes ? rules_text("result.answered_yes") : rules_text("result.answered_no");
  return {RuleResult::fail, Message{reason, {answer->by}}, std::move(evaluated)};
}

/// What a part adds to its combination.
RuleResult counted(Combinator combinator, const ConditionEvaluation& part) {
  return combinator == Combinator::none ? negated(part.result) : part.result;
}

/// Why the combination failed, when that is not the reason of one of its parts.
Text failure_of(Combinator combinator) {
  switch (combinator) {
    case Combinator::any:
      return rules_text("result.no_alternative");
    case Combinator::all:
      return rules_text("result.several_failed");
    case Combinator::none:
      break;
  }
  return rules_text("result.forbidden");
}

std::optional<Message> reason_of(const CombinationEvaluation& combination, RuleResult result) {
  if (result == RuleResult::pass || result == RuleResult::notapplicable) return std::nullopt;
  if (combination.parts.empty()) return Message{rules_text("result.no_conditions"), {}};
  std::vector<const ConditionEvaluation*> alike = deciding_parts(combination, result);
  std::erase_if(alike, [&](const ConditionEvaluation* part) {
    return counted(combination.combinator, *part) != result;
  });
  const bool told_by_part = result != RuleResult::fail || alike.size() == 1;
  if (told_by_part && alike.front()->reason) return alike.front()->reason;
  return Message{failure_of(combination.combinator), {}};
}

ConditionEvaluation evaluate_combination(const Combination& combination, const Evidence& evidence) {
  CombinationEvaluation evaluated{combination.combinator, {}};
  std::vector<RuleResult> results;
  for (const Condition& condition : combination.conditions) {
    evaluated.parts.push_back(evaluate(condition, evidence));
    results.push_back(evaluated.parts.back().result);
  }
  const RuleResult result = combined(combination.combinator, results);
  std::optional<Message> reason = reason_of(evaluated, result);
  return {result, std::move(reason), std::move(evaluated)};
}

}  // namespace

ConditionEvaluation evaluate(const Condition& condition, const Evidence& evidence) {
  if (const auto* combination = std::get_if<Combination>(&condition.node))
    return evaluate_combination(*combination, evidence);
  if (const auto* question = std::get_if<ManualQuestion>(&condition.node))
    return evaluate_answer(*question, evidence);
  return evaluate_leaf(std::get<MeasureCondition>(condition.node), evidence);
}

ConditionEvaluation evaluate(const Condition& condition, const Measurements& measurements) {
  return evaluate(condition, Evidence{MeasurementIndex(measurements)});
}

std::vector<const ConditionEvaluation*> deciding_parts(const CombinationEvaluation& combination,
                                                       RuleResult result) {
  const bool passed = result == RuleResult::pass;
  std::vector<const ConditionEvaluation*> deciding;
  for (const ConditionEvaluation& part : combination.parts) {
    const RuleResult adds = counted(combination.combinator, part);
    const bool counts = adds != RuleResult::notapplicable || result == RuleResult::notapplicable;
    if (counts && (adds == RuleResult::pass) == passed) deciding.push_back(&part);
  }
  return deciding;
}

}  // namespace preshift
