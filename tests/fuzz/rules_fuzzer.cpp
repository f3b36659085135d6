#include "canonical_profile.hpp"
#include "evaluation.hpp"
#include "measures.hpp"
#include "profile.hpp"
#include "promises.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

// Any bytes as a rules file: they are refused in words of both languages, or they are a profile that keeps
// its promises.

namespace preshift {
namespace {

void check_criterion(const Limit& limit, const Measure& measure) {
  require(std::isfinite(limit.value) && limit.unit == measure.unit);
}

void check_criterion(const Range& range, const Measure& measure) {
  require(std::isfinite(range.lowest) && std::isfinite(range.highest) && range.lowest <= range.highest);
  require(range.unit == measure.unit);
}

void check_criterion(const AllowedWords& allowed, const Measure& measure) {
  require(!allowed.words.empty());
  for (const std::string& word : allowed.words)
    require(std::find(measure.words.begin(), measure.words.end(), word) != measure.words.end());
}

void check_criterion(const NoLimit&, const Measure&) {}

void check_text(const LocalizedText& text) {
  require(!text.english.empty() && !text.french.empty());
}

/// Number of conditions in it, itself included.
std::size_t check_condition(const Condition& condition, std::size_t depth) {
  require(depth <= k_deepest_condition);
  if (const auto* combination = std::get_if<Combination>(&condition.node)) {
    require(!combination->conditions.empty());
    std::size_t count = 1;
    for (const Condition& part : combination->conditions) count += check_condition(part, depth + 1);
    return count;
  }
  if (const auto* manual = std::get_if<ManualQuestion>(&condition.node)) {
    require(depth == 1);
    check_text(manual->question);
    return 1;
  }
  const auto& leaf = std::get<MeasureCondition>(condition.node);
  const Measure* measure = find_measure(leaf.measure);
  require(measure != nullptr);
  const bool is_shown_only = std::holds_alternative<NoLimit>(leaf.criterion);
  require(is_shown_only ? depth == 1
                        : measure->words.empty() != std::holds_alternative<AllowedWords>(leaf.criterion));
  std::visit([&](const auto& criterion) { check_criterion(criterion, *measure); }, leaf.criterion);
  return 1;
}

void check_rule(const Rule& rule) {
  require(!rule.id.empty() && !rule.requirement.empty());
  for (const LocalizedText* text : {&rule.title, &rule.rationale, &rule.remedy}) check_text(*text);
  require(check_condition(rule.condition, 1) <= k_most_conditions);
}

/// What is undecided, or is not pass, always says why.
void check_evaluation(const ConditionEvaluation& evaluated) {
  require(evaluated.reason.has_value() == (evaluated.result != RuleResult::pass));
  const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node);
  if (combination == nullptr) return;
  require(!deciding_parts(*combination, evaluated.result).empty());
  for (const ConditionEvaluation& part : combination->parts) check_evaluation(part);
}

Measurements everything_measured_as(double value) {
  Measurements measurements;
  for (const Measure& measure : measures()) {
    measurements.push_back(quantity(std::string(measure.name), std::string(measure.unit), value, 0.5));
  }
  return measurements;
}

void check_profile(const Profile& profile) {
  require(!profile.rules.empty() && profile.version >= 1);
  for (const Rule& rule : profile.rules) check_rule(rule);
  const auto again = read_profile(canonical_yaml(profile), "fuzz.yaml");
  require(again && again->digest == profile.digest && canonical_yaml(*again) == canonical_yaml(profile));
  require(evaluate(profile, {}).outcome == Outcome::undecided);
  require(evaluate(profile, everything_measured_as(std::nan(""))).outcome == Outcome::undecided);
  const Evaluation evaluation = evaluate(profile, everything_measured_as(1));
  require(evaluation.rules.size() == profile.rules.size());
  for (const RuleEvaluation& rule : evaluation.rules) check_evaluation(rule.condition);
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string yaml(data, data + size);
  const auto profile = preshift::read_profile(yaml, "fuzz.yaml");
  if (profile) {
    preshift::check_profile(*profile);
  } else {
    preshift::check_refusal(profile.error(), "fuzz.yaml");
  }
  return 0;
}
