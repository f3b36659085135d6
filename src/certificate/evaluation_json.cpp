#include "evaluation_json.hpp"

#include "event_names.hpp"

namespace preshift {
namespace {

Json limit_of(const Limit& limit) {
  return {{limit.comparison == Comparison::at_most ? "atMost" : "atLeast", limit.value},
          {"unit", limit.unit}};
}

Json limit_of(const Range& range) {
  return {{"atLeast", range.lowest}, {"atMost", range.highest}, {"unit", range.unit}};
}

Json limit_of(const AllowedWords& allowed) {
  return {{"oneOf", allowed.words}};
}

Json limit_of(const NoLimit&) {
  return nullptr;
}

Json judged(const ConditionEvaluation& evaluated);

Json judged(const MeasureEvaluation& leaf) {
  Json json = certified(leaf.measured);
  Json limit =
      std::visit([](const auto& criterion) { return limit_of(criterion); }, leaf.condition.criterion);
  if (!limit.is_null()) json["limit"] = std::move(limit);
  return json;
}

/// The question is the profile's, which the digest names.
Json judged(const ManualEvaluation& manual) {
  return {{"answeredBy", to_string(manual.question.answered_by)}};
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_condition
Json judged(const CombinationEvaluation& combination) {
  Json parts = Json::array();
  for (const ConditionEvaluation& part : combination.parts) parts.push_back(judged(part));
  return {{"combination", to_string(combination.combinator)}, {"conditions", std::move(parts)}};
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_condition
Json judged(const ConditionEvaluation& evaluated) {
  Json json = std::visit([](const auto& node) { return judged(node); }, evaluated.node);
  json["result"] = to_string(evaluated.result);
  return json;
}

}  // namespace

Json certified(const Measurement& measurement) {
  Json json{{"measure", measurement.name}};
  if (const auto* quantity = std::get_if<Quantity>(&measurement.outcome)) {
    json["value"] = quantity->value;
    json["unit"] = measurement.unit;
    json["uncertainty"] = quantity->expanded_uncertainty;
    if (quantity->is_upper_bound) json["upperBound"] = true;
  } else if (const auto* state = std::get_if<State>(&measurement.outcome)) {
    json["value"] = state->value;
  } else {
    const auto& absence = std::get<Absence>(measurement.outcome);
    json["absent"] = name_of(absence.kind);
    json["reason"] = absence.reason.text.id;
  }
  if (measurement.doubt) json["doubt"] = measurement.doubt->text.id;
  return json;
}

Json certified(const RuleEvaluation& evaluated) {
  Json json{{"rule", evaluated.rule.id},
            {"requirement", evaluated.rule.requirement},
            {"severity", to_string(evaluated.rule.severity)},
            {"result", to_string(evaluated.result)}};
  if (evaluated.reason) json["reason"] = evaluated.reason->text.id;
  if (evaluated.waiver) json["waived"] = true;
  json["judged"] = judged(evaluated.condition);
  return json;
}

Json certified(const RequirementEvaluation& requirement) {
  return {{"requirement", requirement.name},
          {"result", to_string(requirement.result)},
          {"severity", to_string(requirement.advisory ? Severity::advisory : Severity::required)}};
}

}  // namespace preshift
