#include "check_json.hpp"

#include "json_parts.hpp"
#include "remedies.hpp"
#include "utc_time.hpp"
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

/// `measured` and `limit` of a condition on one measure, and how probably it conforms.
void put_measured(Json& json, const MeasureEvaluation& leaf, Language language) {
  json["measured"] = json_of(leaf.measured, language);
  json["limit"] =
      std::visit([](const auto& criterion) { return written(criterion); }, leaf.condition.criterion);
  if (leaf.probability) json["probability"] = *leaf.probability;
}

Json written(const Declaration& answer) {
  return {{"rule", answer.rule},
          {"answer", answer.says_yes ? "yes" : "no"},
          {"by", answer.by},
          {"role", to_string(answer.role)},
          {"at", to_utc_text(answer.at)}};
}

/// `question` of a manual rule, and its `answer`.
void put_question(Json& json, const ManualEvaluation& manual, Language language) {
  json["question"] = manual.question.question.in(language);
  json["expects"] = manual.question.expects_yes ? "yes" : "no";
  json["answered_by"] = to_string(manual.question.answered_by);
  if (manual.answer) json["answer"] = written(*manual.answer);
}

Json written(const Waiver& waiver) {
  Json json{{"rule", waiver.rule}};
  if (waiver.agent) json["agent"] = *waiver.agent;
  if (waiver.site) json["site"] = *waiver.site;
  json["justification"] = waiver.justification;
  json["approver"] = waiver.approver;
  if (waiver.from.time_since_epoch().count() != 0) json["from"] = to_utc_text(waiver.from);
  json["until"] = to_utc_text(waiver.until);
  return json;
}

Json written(const WaiverEvaluation& evaluated) {
  Json json = written(evaluated.waiver);
  json["state"] = to_string(evaluated.state);
  return json;
}

Json written(const Decision& decision) {
  Json json{{"rule", to_string(decision.rule)}};
  if (decision.rule != DecisionRule::simple) json["guard_band"] = decision.guard_band;
  return json;
}

Json written(const ConditionEvaluation& evaluated, Language language) {
  Json json{{"result", to_string(evaluated.result)}};
  if (const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node)) {
    Json parts = Json::array();
    for (const ConditionEvaluation& part : combination->parts) parts.push_back(written(part, language));
    json[std::string(to_string(combination->combinator))] = std::move(parts);
  } else if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.node)) {
    put_measured(json, *leaf, language);
  } else {
    put_question(json, std::get<ManualEvaluation>(evaluated.node), language);
  }
  if (evaluated.reason) json["reason"] = render(*evaluated.reason, language);
  return json;
}

std::string one_text(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += text.empty() ? sentence : " " + sentence;
  return text;
}

Json written(const RequirementEvaluation& requirement) {
  return {{"name", requirement.name},
          {"result", to_string(requirement.result)},
          {"severity", to_string(requirement.advisory ? Severity::advisory : Severity::required)},
          {"waived", requirement.waived}};
}

template <class Items>
Json list_of(const Items& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(written(item));
  return list;
}

Json profile_of(const Evaluation& evaluation) {
  Json extends = Json::array();
  for (const Ancestor& ancestor : evaluation.extends)
    extends.push_back({{"name", ancestor.name}, {"version", ancestor.version}});
  return {{"name", evaluation.profile},
          {"version", evaluation.version},
          {"digest", "sha256:" + evaluation.digest},
          {"extends", std::move(extends)}};
}

Json sources_of(const CheckReport& report) {
  Json list = Json::array();
  for (const SourceOpened& source : report.sources) list.push_back(json_of(source));
  return list;
}

}  // namespace

Json json_of(const RuleEvaluation& evaluated, Language language) {
  const Rule& rule = evaluated.rule;
  Json json{
      {"id", rule.id},         {"requirement", rule.requirement},  {"severity", to_string(rule.severity)},
      {"weight", rule.weight}, {"title", rule.title.in(language)}, {"result", to_string(evaluated.result)}};
  if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.condition.node)) {
    put_measured(json, *leaf, language);
  } else if (const auto* manual = std::get_if<ManualEvaluation>(&evaluated.condition.node)) {
    put_question(json, *manual, language);
  } else {
    json["conditions"] = written(evaluated.condition, language);
  }
  if (has_number(rule.condition)) json["decision"] = written(rule.decision);
  if (evaluated.failed_before) json["failed_before"] = written(*evaluated.failed_before, language);
  if (evaluated.waiver) json["waiver"] = written(*evaluated.waiver);
  json["rationale"] = rule.rationale.in(language);
  if (evaluated.reason) json["reason"] = render(*evaluated.reason, language);
  if (const std::string remedy = one_text(remedies(evaluated, language)); !remedy.empty())
    json["remedy"] = remedy;
  return json;
}

std::string check_json(const CheckReport& report, Language language) {
  const Evaluation& evaluation = report.evaluation;
  Json results = Json::array();
  for (const RuleEvaluation& evaluated : evaluation.rules) results.push_back(json_of(evaluated, language));
  Json json{{"format", k_format},
            {"preshift", k_version},
            {"outcome", to_string(report.problem ? Outcome::undecided : evaluation.outcome)},
            {"profile", profile_of(evaluation)},
            {"facts", evaluation.facts},
            {"attempts", evaluation.attempts},
            {"sources", sources_of(report)},
            {"confinement", json_of(report.confined)},
            {"coverage_factor", 2},
            {"calibration", report.calibration ? json_of(*report.calibration, language) : Json()},
            {"measurements", json_of(report.measurements, language)},
            {"requirements", list_of(evaluation.requirements)},
            {"results", std::move(results)},
            {"waivers", list_of(evaluation.waivers)},
            {"declarations", list_of(evaluation.declarations)}};
  if (report.problem) put_problem(json, *report.problem, language);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace preshift
