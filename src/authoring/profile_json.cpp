#include "profile_json.hpp"

#include "facts.hpp"
#include "json_parts.hpp"
#include "measure_facts.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace preshift {
namespace {

/// A bound of a limit, and the parameter that it comes from.
void put_bound(Json& json, const char* key, double value, const std::string& parameter) {
  json[key] = value;
  if (!parameter.empty()) json[std::string(key) + "_parameter"] = parameter;
}

struct CriterionJson {
  Json& json;

  void operator()(const Limit& limit) const {
    put_bound(json, limit.comparison == Comparison::at_most ? "at_most" : "at_least", limit.value,
              limit.parameter);
    json["unit"] = limit.unit;
  }
  void operator()(const Range& range) const {
    json["between"] = Json::array({range.lowest, range.highest});
    json["unit"] = range.unit;
    if (range.lowest_parameter.empty() && range.highest_parameter.empty()) return;
    const auto name = [](const std::string& parameter) {
      return parameter.empty() ? Json() : Json(parameter);
    };
    json["between_parameters"] = Json::array({name(range.lowest_parameter), name(range.highest_parameter)});
  }
  void operator()(const AllowedWords& allowed) const {
    json["one_of"] = allowed.words;
    Json names = Json::array();
    for (const std::string& name : allowed.parameters)
      if (!name.empty()) names.push_back(name);
    if (!names.empty()) json["one_of_parameters"] = std::move(names);
  }
  void operator()(const NoLimit&) const {}
};

Json json_of(const Applicability& when) {
  if (const auto* fact = std::get_if<FactIs>(&when.node)) return {{fact->fact, fact->values}};
  Json list = Json::array();
  if (const auto* time = std::get_if<TimeIsIn>(&when.node)) {
    for (const DaySpan& span : time->spans)
      list.push_back({{"from", written_time_of_day(span.from)}, {"until", written_time_of_day(span.until)}});
    return {{std::string(k_time_fact), std::move(list)}};
  }
  const auto& combination = std::get<ApplicabilityCombination>(when.node);
  for (const Applicability& part : combination.parts) list.push_back(json_of(part));
  return {{std::string(to_string(combination.combinator)), std::move(list)}};
}

/// Writes rules in one language, explained, or in both.
class RuleJson {
 public:
  explicit RuleJson(std::optional<Language> explained_in) : m_language(explained_in) {}

  [[nodiscard]] Json written(const Rule& rule) const {
    Json json{{"id", rule.id},
              {"requirement", rule.requirement},
              {"severity", to_string(rule.severity)},
              {"weight", rule.weight},
              {"waivable", rule.is_waivable},
              {"selected", rule.is_selected},
              {"title", sentence(rule.title)},
              {"rationale", sentence(rule.rationale)},
              {"remedy", sentence(rule.remedy)},
              {"condition", written(rule.condition)}};
    if (has_number(rule.condition)) {
      json["decision"] = {{"rule", to_string(rule.decision.rule)}};
      if (rule.decision.rule != DecisionRule::simple)
        json["decision"]["guard_band"] = rule.decision.guard_band;
    }
    if (rule.applies_when) json["applies_when"] = json_of(*rule.applies_when);
    return json;
  }

  [[nodiscard]] Json sentence(const LocalizedText& text) const {
    if (m_language) return text.in(*m_language);
    return {{"en", text.english}, {"fr", text.french}};
  }

 private:
  [[nodiscard]] Json written(const Condition& condition) const {
    if (const auto* leaf = std::get_if<MeasureCondition>(&condition.node)) return written(*leaf);
    if (const auto* manual = std::get_if<ManualQuestion>(&condition.node)) {
      return {{"manual",
               {{"question", sentence(manual->question)},
                {"expects", manual->expects_yes ? "yes" : "no"},
                {"answered_by", to_string(manual->answered_by)}}}};
    }
    const auto& combination = std::get<Combination>(condition.node);
    Json parts = Json::array();
    for (const Condition& part : combination.conditions) parts.push_back(written(part));
    return {{std::string(to_string(combination.combinator)), std::move(parts)}};
  }

  [[nodiscard]] Json written(const MeasureCondition& leaf) const {
    Json json{{"measure", leaf.measure}};
    std::visit(CriterionJson{json}, leaf.criterion);
    const Measure* measure = find_measure(leaf.measure);
    if (!m_language || measure == nullptr) return json;
    json["what"] = measure->title.in(*m_language);
    if (const MeasureFacts* facts = find_measure_facts(leaf.measure))
      json["how"] = facts->method.in(*m_language);
    json["needs"] = Json::array();
    for (const Need need : needs_of(*measure)) json["needs"].push_back(name_of(need));
    return json;
  }

  std::optional<Language> m_language;
};

Json json_of(const Parameter& parameter, const RuleJson& writer) {
  Json json{{"name", parameter.name}, {"description", writer.sentence(parameter.description)}};
  if (const auto* number = std::get_if<NumberParameter>(&parameter.kind)) {
    json["value"] = number->value;
    json["unit"] = number->unit;
    json["range"] = Json::array({number->lowest, number->highest});
  } else {
    const auto& word = std::get<WordParameter>(parameter.kind);
    json["value"] = word.value;
    json["one_of"] = word.words;
  }
  return json;
}

Json head_of(const Profile& profile, const RuleJson& writer) {
  Json extends = Json::array();
  for (const Ancestor& ancestor : profile.extends)
    extends.push_back({{"name", ancestor.name}, {"version", ancestor.version}});
  Json json{{"name", profile.name},
            {"version", profile.version},
            {"digest", "sha256:" + profile.digest},
            {"title", writer.sentence(profile.title)},
            {"extends", std::move(extends)}};
  if (profile.onboarding_valid_for) json["onboarding_days"] = profile.onboarding_valid_for->count();
  return json;
}

std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string profile_json(const Profile& profile) {
  const RuleJson writer(std::nullopt);
  Json json{{"format", "preshift-profile/1"},
            {"profile", head_of(profile, writer)},
            {"facts", profile.facts},
            {"parameters", Json::array()},
            {"rules", Json::array()}};
  for (const Parameter& parameter : profile.parameters)
    json["parameters"].push_back(json_of(parameter, writer));
  if (profile.shift.start_within)
    json["shift"] = {{"start_within", profile.shift.start_within->count()}, {"unit", "s"}};
  for (const Rule& rule : profile.rules) json["rules"].push_back(writer.written(rule));
  return dumped(json);
}

std::string explanation_json(const Profile& profile, const std::vector<const Rule*>& rules,
                             Language language) {
  const RuleJson writer(language);
  Json json{{"format", "preshift-rules-explanation/1"},
            {"profile", head_of(profile, writer)},
            {"rules", Json::array()}};
  for (const Rule* rule : rules) json["rules"].push_back(writer.written(*rule));
  return dumped(json);
}

}  // namespace preshift
