#include "rule_words.hpp"

#include "facts.hpp"
#include "measures.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

struct CriterionWords {
  std::string operator()(const Limit& limit) const {
    const char* key = limit.comparison == Comparison::at_most ? "at_most " : "at_least ";
    return key + number_words(limit.value, limit.unit);
  }
  std::string operator()(const Range& range) const {
    return "between " + number_words(range.lowest, "") + " and " + number_words(range.highest, range.unit);
  }
  std::string operator()(const AllowedWords& allowed) const {
    return (allowed.words.size() == 1 ? "equals " : "one_of ") +
           fmt::format("{}", fmt::join(allowed.words, ", "));
  }
  std::string operator()(const NoLimit&) const { return "without a limit"; }
};

std::string occasion(const Applicability& when) {
  if (const auto* fact = std::get_if<FactIs>(&when.node))
    return fmt::format("{} = {}", fact->fact, fmt::join(fact->values, ", "));
  std::string all;
  const auto add = [&](const std::string& part, const char* joint) {
    all += (all.empty() ? "" : joint) + part;
  };
  if (const auto* time = std::get_if<TimeIsIn>(&when.node)) {
    for (const DaySpan& span : time->spans)
      add(written_time_of_day(span.from) + "-" + written_time_of_day(span.until), ", ");
    return std::string(k_time_fact) + " = " + all;
  }
  const auto& combination = std::get<ApplicabilityCombination>(when.node);
  for (const Applicability& part : combination.parts) add(occasion(part), "; ");
  return std::string(to_string(combination.combinator)) + " (" + all + ")";
}

}  // namespace

std::string number_words(double value, const std::string& unit) {
  const std::string number = fmt::format("{}", value);
  return unit.empty() || unit == units::k_one ? number : number + " " + unit;
}

std::string criterion_words(const Criterion& criterion) {
  return std::visit(CriterionWords{}, criterion);
}

std::string condition_words(const Condition& condition) {
  if (const auto* leaf = std::get_if<MeasureCondition>(&condition.node))
    return leaf->measure + " " + criterion_words(leaf->criterion);
  if (const auto* manual = std::get_if<ManualQuestion>(&condition.node)) return manual->question.english;
  const auto& combination = std::get<Combination>(condition.node);
  std::string parts;
  for (const Condition& part : combination.conditions)
    parts += (parts.empty() ? "" : "; ") + condition_words(part);
  return std::string(to_string(combination.combinator)) + " (" + parts + ")";
}

std::string decision_words(const Decision& decision) {
  const std::string rule(to_string(decision.rule));
  return decision.rule == DecisionRule::simple ? rule : rule + " " + number_words(decision.guard_band, "");
}

std::string applicability_words(const std::optional<Applicability>& when) {
  return when ? occasion(*when) : "always";
}

}  // namespace preshift
