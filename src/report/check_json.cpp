#include "check_json.hpp"

#include "json_parts.hpp"
#include "remedies.hpp"
#include "version.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

constexpr const char* k_format = "preshift-check/1";

Json written(const Limit& limit) {
  const char* comparison = limit.comparison == Comparison::at_most ? "at_most" : "at_least";
  return {{comparison, limit.value}, {"unit", limit.unit}};
}

Json written(const Range& range) {
  return {{"between", Json::array({range.lowest, range.highest})}, {"unit", range.unit}};
}

Json written(const AllowedWords& allowed) {
  if (allowed.words.size() == 1) return {{"equals", allowed.words.front()}};
  return {{"one_of", allowed.words}};
}

Json written(const NoLimit&) {
  return nullptr;
}

/// `measured` and `limit` of a condition on one measure.
void put_measured(Json& json, const MeasureEvaluation& leaf, Language language) {
  json["measured"] = json_of(leaf.measured, language);
  json["limit"] =
      std::visit([](const auto& criterion) { return written(criterion); }, leaf.condition.criterion);
}

Json written(const ConditionEvaluation& evaluated, Language language) {
  Json json{{"result", to_string(evaluated.result)}};
  if (const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node)) {
    Json parts = Json::array();
    for (const ConditionEvaluation& part : combination->parts) parts.push_back(written(part, language));
    json[std::string(to_string(combination->combinator))] = std::move(parts);
  } else if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.node)) {
    put_measured(json, *leaf, language);
  }
  if (evaluated.reason) json["reason"] = render(*evaluated.reason, language);
  return json;
}

std::string one_text(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += text.empty() ? sentence : " " + sentence;
  return text;
}

Json written(const RuleEvaluation& evaluated, Language language) {
  const Rule& rule = evaluated.rule;
  Json json{{"id", rule.id},
            {"requirement", rule.requirement},
            {"severity", to_string(rule.severity)},
            {"title", rule.title.in(language)},
            {"result", to_string(evaluated.result)}};
  if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.condition.node)) {
    put_measured(json, *leaf, language);
  } else if (const auto* manual = std::get_if<ManualEvaluation>(&evaluated.condition.node)) {
    json["question"] = manual->question.question.in(language);
  } else {
    json["conditions"] = written(evaluated.condition, language);
  }
  json["rationale"] = rule.rationale.in(language);
  if (evaluated.reason) json["reason"] = render(*evaluated.reason, language);
  if (const std::string remedy = one_text(remedies(evaluated, language)); !remedy.empty())
    json["remedy"] = remedy;
  return json;
}

Json written(const RequirementEvaluation& requirement) {
  return {{"name", requirement.name},
          {"result", to_string(requirement.result)},
          {"severity", to_string(requirement.advisory ? Severity::advisory : Severity::required)}};
}

template <class Items, class... More>
Json list_of(const Items& items, const More&... more) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(written(item, more...));
  return list;
}

Json sources_of(const CheckReport& report) {
  Json list = Json::array();
  for (const SourceOpened& source : report.sources) list.push_back(json_of(source));
  return list;
}

}  // namespace

std::string check_json(const CheckReport& report, Language language) {
  const Evaluation& evaluation = report.evaluation;
  Json json{{"format", k_format},
            {"preshift", k_version},
            {"outcome", to_string(report.problem ? Outcome::undecided : evaluation.outcome)},
            {"profile", {{"name", evaluation.profile}, {"version", evaluation.version}}},
            {"sources", sources_of(report)},
            {"confinement", json_of(report.confined)},
            {"coverage_factor", 2},
            {"calibration", report.calibration ? json_of(*report.calibration, language) : Json()},
            {"measurements", json_of(report.measurements, language)},
            {"requirements", list_of(evaluation.requirements)},
            {"results", list_of(evaluation.rules, language)}};
  if (report.problem) put_problem(json, *report.problem, language);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace preshift
