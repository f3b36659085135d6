#include "check_json.hpp"

#include "measures.hpp"
#include "values.hpp"
#include "version.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* k_format = "preshift-check/1";

const char* name_of(Sensor sensor) {
  return sensor == Sensor::microphone ? "microphone" : "camera";
}

Json written(const SourceOpened& source) {
  Json json{{"sensor", name_of(source.sensor)}, {"live", source.live}, {"name", source.name}};
  if (!source.host_api.empty()) json["host_api"] = source.host_api;
  if (source.rate > 0) json["rate"] = source.rate;
  if (source.channels > 0) json["channels"] = source.channels;
  return json;
}

Json written(const std::optional<Confined>& confined) {
  if (!confined) return nullptr;
  Json json{{"system_calls", confined->system_calls}, {"file_system", confined->file_system}};
  if (!confined->detail.empty()) json["detail"] = confined->detail;
  return json;
}

/// `unknown` holds the reason in words, `reason` its stable id, `absence` what kind of absence it is.
void put_absence(Json& json, const Absence& absence, Language language) {
  constexpr const char* k_kinds[] = {"unknown", "declined", "failed"};
  json["unknown"] = render(absence.reason, language);
  json["reason"] = absence.reason.text.id;
  json["absence"] = k_kinds[static_cast<int>(absence.kind)];
}

Json written(const Measurement& measurement, Language language) {
  Json json{{"name", measurement.name}};
  if (const auto* quantity = std::get_if<Quantity>(&measurement.outcome)) {
    json["value"] = quantity->value;
    json["unit"] = measurement.unit;
    json["uncertainty"] = quantity->expanded_uncertainty;
  } else if (const auto* state = std::get_if<State>(&measurement.outcome)) {
    json["value"] = state->value;
  } else {
    if (!measurement.unit.empty()) json["unit"] = measurement.unit;
    put_absence(json, std::get<Absence>(measurement.outcome), language);
  }
  return json;
}

Json written(const Condition& condition) {
  if (const auto* word = std::get_if<ExpectedWord>(&condition)) return {{"equals", word->word}};
  const auto& limit = std::get<Limit>(condition);
  const char* comparison = limit.comparison == Comparison::at_most ? "at_most" : "at_least";
  return {{comparison, limit.value}, {"unit", limit.unit}};
}

Json written(const RuleEvaluation& evaluated, Language language) {
  const Rule& rule = evaluated.rule;
  Json json{{"id", rule.id},
            {"requirement", rule.requirement},
            {"severity", to_string(rule.severity)},
            {"title", rule.title.in(language)},
            {"result", to_string(evaluated.result)},
            {"measured", written(evaluated.measured, language)},
            {"limit", written(rule.condition)},
            {"rationale", rule.rationale.in(language)}};
  if (evaluated.reason) json["reason"] = render(*evaluated.reason, language);
  if (const std::string remedy = written_remedy(evaluated, language); !remedy.empty())
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

}  // namespace

std::string check_json(const CheckReport& report, Language language) {
  const Evaluation& evaluation = report.evaluation;
  Json json{{"format", k_format},
            {"preshift", k_version},
            {"outcome", to_string(report.problem ? Outcome::undecided : evaluation.outcome)},
            {"profile", {{"name", evaluation.profile}, {"version", evaluation.version}}},
            {"sources", list_of(report.sources)},
            {"confinement", written(report.confined)},
            {"coverage_factor", 2},
            {"measurements", list_of(report.measurements, language)},
            {"requirements", list_of(evaluation.requirements)},
            {"results", list_of(evaluation.rules, language)}};
  if (report.problem) {
    json["problem"] = {{"message", render(report.problem->problem.message, language)},
                       {"reason", report.problem->problem.message.text.id}};
    if (report.problem->sensor) json["problem"]["sensor"] = name_of(*report.problem->sensor);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace preshift
