#include "rules_schema.hpp"

#include "condition_reader.hpp"
#include "decision.hpp"
#include "facts.hpp"
#include "measures.hpp"
#include "schema_parts.hpp"
#include "schema_texts.hpp"
#include "shipped_profiles.hpp"

#include <array>
#include <map>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 3> k_severities{"required", "advisory", "informational"};
constexpr std::array<std::string_view, 3> k_decisions{"guarded", "simple", "lenient"};
constexpr std::array<std::string_view, 2> k_answers{"yes", "no"};
constexpr std::array<std::string_view, 2> k_answerers{"agent", "reviewer"};
constexpr const char* k_parameter_pattern = "\\$[a-z][a-z0-9]*(_[a-z0-9]+)*";

/// A number in this unit, or a parameter where one may stand.
Json limit(const LimitUnit& unit, bool or_parameter) {
  const std::string number = number_pattern() + unit_pattern(unit);
  const std::string text = or_parameter ? "(" + number + "|" + k_parameter_pattern + ")" : number;
  Json schema{{"type", "string"}, {"pattern", "^\\s*" + text + "\\s*$"}};
  const bool is_plain = unit.symbol == units::k_one;
  if (is_plain) {
    schema["type"] = {"string", "number"};
    schema["minimum"] = unit.lowest;
    schema["maximum"] = unit.highest;
  }
  schema["examples"] = Json::array({unit.example});
  return schema;
}

/// Builds the schema in one language.
class RulesSchema {
 public:
  explicit RulesSchema(Language language) : m_language(language) {}

  [[nodiscard]] std::string build() {
    for (const std::string_view symbol : limit_unit_symbols()) {
      m_definitions[definition_of(symbol)] = limit(*find_limit_unit(symbol), true);
      m_definitions["fixed_" + definition_of(symbol)] = limit(*find_limit_unit(symbol), false);
    }
    m_definitions["translations"] = object({{"en", scalar()}, {"fr", scalar()}}, {"en", "fr"});
    m_definitions["conditions"] = list_of(reference("condition"));
    m_definitions["measured"] = {{"allOf", measured()}};
    m_definitions["one_criterion"] = {{"oneOf", each_has(k_criterion_keys)}};
    m_definitions["no_criterion"] = {{"not", {{"anyOf", each_has(k_criterion_keys)}}}};
    m_definitions["condition"] = condition();
    m_definitions["applicability"] = applicability();
    m_definitions["parameter"] = parameter();
    m_definitions["rule"] = rule();
    m_definitions["override"] = override_of_rule();
    return finished(profile(), std::move(m_definitions), schema_text("schema.rules"), m_language);
  }

 private:
  [[nodiscard]] Json with(const Text& text, Json schema) const {
    return described(std::move(schema), text, m_language);
  }

  template <class Keys>
  static Json each_has(const Keys& keys) {
    Json list = Json::array();
    for (const std::string_view key : keys) list.push_back(has(key));
    return list;
  }

  /// What each measure may be limited by.
  [[nodiscard]] static Json measured() {
    std::map<std::string_view, Json> by_unit;
    Json rules = Json::array();
    const auto when = [](Json names, Json properties) {
      return Json{
          {"if", {{"properties", {{"measure", {{"enum", std::move(names)}}}}}, {"required", {"measure"}}}},
          {"then", {{"properties", std::move(properties)}}}};
    };
    for (const Measure& measure : measures()) {
      if (measure.words.empty()) {
        by_unit[measure.unit].push_back(measure.name);
        continue;
      }
      Json words = word_of(measure.words);
      words =
          Json{{"anyOf",
                {words, {{"type", "string"}, {"pattern", std::string("^") + k_parameter_pattern + "$"}}}}};
      rules.push_back(when({measure.name}, {{"equals", words},
                                            {"one_of", list_of(words)},
                                            {"at_most", false},
                                            {"at_least", false},
                                            {"between", false}}));
    }
    for (auto& [unit, names] : by_unit) {
      const Json bound = reference(definition_of(unit));
      rules.push_back(when(std::move(names), {{"at_most", bound},
                                              {"at_least", bound},
                                              {"between", {{"items", bound}}},
                                              {"equals", false},
                                              {"one_of", false}}));
    }
    return rules;
  }

  [[nodiscard]] Json measure_names() const {
    Json schema{{"enum", Json::array()}, {"enumDescriptions", Json::array()}};
    for (const Measure& measure : measures()) {
      schema["enum"].push_back(measure.name);
      schema["enumDescriptions"].push_back(measure.title.in(m_language));
    }
    return with(schema_text("schema.measure"), std::move(schema));
  }

  void put_condition_keys(Json& properties) const {
    const Json bound{{"type", {"string", "number"}}};
    properties["measure"] = measure_names();
    properties["at_most"] = with(schema_text("schema.at_most"), bound);
    properties["at_least"] = with(schema_text("schema.at_least"), bound);
    properties["between"] = with(schema_text("schema.between"),
                                 {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}, {"items", bound}});
    properties["equals"] = with(schema_text("schema.equals"), scalar());
    properties["one_of"] = with(schema_text("schema.one_of"), list_of(scalar()));
    properties["any"] = with(schema_text("schema.any"), reference("conditions"));
    properties["all"] = with(schema_text("schema.all"), reference("conditions"));
    properties["none"] = with(schema_text("schema.none"), reference("conditions"));
  }

  [[nodiscard]] Json condition() const {
    constexpr std::array<std::string_view, 4> k_heads{"measure", "any", "all", "none"};
    Json properties;
    put_condition_keys(properties);
    Json schema = object(std::move(properties), Json::array());
    schema["oneOf"] = each_has(k_heads);
    schema["if"] = has("measure");
    schema["then"] = reference("one_criterion");
    schema["else"] = reference("no_criterion");
    schema["allOf"] = Json::array({reference("measured")});
    return schema;
  }

  /// What a rule and an override may both say.
  [[nodiscard]] Json rule_properties() const {
    Json properties{{"id", with(schema_text("schema.id"), name(".-"))},
                    {"requirement", with(schema_text("schema.requirement"), name("-"))},
                    {"severity", with(schema_text("schema.severity"), word_of(k_severities))},
                    {"title", with(schema_text("schema.title"), reference("translations"))},
                    {"rationale", with(schema_text("schema.rationale"), reference("translations"))},
                    {"remedy", with(schema_text("schema.remedy"), reference("translations"))},
                    {"weight", with(schema_text("schema.weight"),
                                    {{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", 1000}})},
                    {"waivable", with(schema_text("schema.waivable"),
                                      {{"enum", {"yes", "no", "true", "false", true, false}}})}};
    put_decision(properties);
    properties["applies_when"] =
        with(schema_text("schema.applies_when"),
             {{"anyOf", Json::array({Json{{"const", "always"}}, reference("applicability")})}});
    put_condition_keys(properties);
    properties["manual"] = with(schema_text("schema.manual"), manual());
    return properties;
  }

  void put_decision(Json& properties) const {
    properties["decision"] = with(schema_text("schema.decision"), word_of(k_decisions));
    properties["guard_band"] =
        with(schema_text("schema.guard_band"),
             {{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", k_widest_guard_band}});
  }

  /// `simple` has no guard band.
  [[nodiscard]] static Json simple_without_guard_band() {
    return {{"if", {{"properties", {{"decision", {{"const", "simple"}}}}}, {"required", {"decision"}}}},
            {"then", {{"properties", {{"guard_band", false}}}}}};
  }

  [[nodiscard]] Json manual() const {
    return object({{"question", with(schema_text("schema.question"), reference("translations"))},
                   {"expects", with(schema_text("schema.expects"), word_of(k_answers))},
                   {"answered_by", with(schema_text("schema.answered_by"), word_of(k_answerers))}},
                  {"question"});
  }

  [[nodiscard]] Json rule() const {
    Json schema =
        object(rule_properties(), {"id", "requirement", "severity", "title", "rationale", "remedy"});
    const Json is_shown_only{{"properties", {{"severity", {{"const", "informational"}}}}},
                             {"required", {"severity"}}};
    const Json at_most_one{{"anyOf", Json::array({reference("one_criterion"), reference("no_criterion")})}};
    schema["oneOf"] = each_has(k_condition_heads);
    schema["allOf"] =
        Json::array({reference("measured"), simple_without_guard_band(),
                     Json{{"if", has("measure")}, {"then", at_most_one}, {"else", reference("no_criterion")}},
                     Json{{"if", {{"allOf", Json::array({has("measure"), Json{{"not", is_shown_only}}})}}},
                          {"then", reference("one_criterion")}}});
    return schema;
  }

  [[nodiscard]] Json override_of_rule() const {
    Json schema = object(rule_properties(), {"id"});
    Json heads = each_has(k_condition_heads);
    heads.push_back({{"not", {{"anyOf", each_has(k_condition_heads)}}}});
    const Json is_combined{{"anyOf", Json::array({has("any"), has("all"), has("none"), has("manual")})}};
    schema["minProperties"] = 2;
    schema["oneOf"] = std::move(heads);
    schema["allOf"] =
        Json::array({reference("measured"), simple_without_guard_band(),
                     Json{{"anyOf", Json::array({reference("one_criterion"), reference("no_criterion")})}},
                     Json{{"if", is_combined}, {"then", reference("no_criterion")}}});
    return schema;
  }

  [[nodiscard]] Json applicability() const {
    Json properties = known_fact_properties(true);
    for (const auto& [key, text] :
         {std::pair{"any", schema_text("schema.any")}, std::pair{"all", schema_text("schema.all")},
          std::pair{"none", schema_text("schema.none")}})
      properties[key] = with(text, list_of(reference("applicability")));
    return {{"type", "object"},
            {"minProperties", 1},
            {"properties", std::move(properties)},
            {"additionalProperties", {{"anyOf", Json::array({scalar(), list_of(scalar())})}}}};
  }

  [[nodiscard]] Json parameter() const {
    Json units = Json::array();
    Json by_unit = Json::array();
    for (const std::string_view symbol : limit_unit_symbols()) {
      const LimitUnit& unit = *find_limit_unit(symbol);
      Json written = Json::array({symbol});
      for (const UnitSpelling& spelling : unit.spellings)
        if (!spelling.text.empty() && spelling.text != symbol) written.push_back(spelling.text);
      if (symbol == units::k_one) written.push_back(1);
      for (const Json& each : written) units.push_back(each);
      const Json bound = reference("fixed_" + definition_of(symbol));
      by_unit.push_back(
          {{"if", {{"properties", {{"unit", {{"enum", std::move(written)}}}}}, {"required", {"unit"}}}},
           {"then", {{"properties", {{"range", {{"items", bound}}}, {"default", bound}}}}}});
    }
    const Json bound{{"type", {"string", "number"}}};
    Json schema =
        object({{"description", with(schema_text("schema.description"), reference("translations"))},
                {"unit", with(schema_text("schema.unit"), {{"enum", std::move(units)}})},
                {"range", with(schema_text("schema.range"),
                               {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}, {"items", bound}})},
                {"one_of", with(schema_text("schema.words"), unique(list_of(scalar())))},
                {"default", with(schema_text("schema.default"), scalar())}},
               {"description", "default"});
    schema["if"] = has("one_of");
    schema["then"] = {{"properties", {{"unit", false}, {"range", false}}}};
    schema["else"] = {{"required", {"unit", "range"}}};
    schema["allOf"] = std::move(by_unit);
    return schema;
  }

  static Json unique(Json list) {
    list["uniqueItems"] = true;
    return list;
  }

  [[nodiscard]] Json own_facts() const {
    Json fixed = Json::array();
    for (const KnownFact& fact : known_facts())
      if (!fact.values.empty() || fact.name == k_time_fact) fixed.push_back(fact.name);
    Json schema{{"type", "object"},
                {"propertyNames", {{"not", {{"enum", std::move(fixed)}}}}},
                {"additionalProperties", unique(list_of(scalar()))}};
    return with(schema_text("schema.facts"), std::move(schema));
  }

  /// A shipped profile, or what looks like a file (profile_chain.hpp).
  [[nodiscard]] static Json base() {
    std::string pattern = "^\\s*(.*/.*|.*\\.ya?ml";
    for (const ShippedProfile& shipped : shipped_profiles()) pattern += "|" + std::string(shipped.name);
    return {{"type", "string"}, {"pattern", pattern + ")\\s*$"}};
  }

  [[nodiscard]] Json profile() const {
    Json parameters{{"type", "object"},
                    {"propertyNames", {{"pattern", "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"}, {"maxLength", 64}}},
                    {"additionalProperties",
                     {{"if", {{"type", "object"}}}, {"then", reference("parameter")}, {"else", scalar()}}}};
    Json properties{{"profile", with(schema_text("schema.profile"), name("-"))},
                    {"version", with(schema_text("schema.version"),
                                     {{"type", "integer"}, {"minimum", 1}, {"maximum", 999999}})},
                    {"title", with(schema_text("schema.title"), reference("translations"))},
                    {"extends", with(schema_text("schema.extends"), base())}};
    put_decision(properties);
    properties["onboarding_valid_for"] =
        with(schema_text("schema.onboarding_valid_for"),
             {{"type", "string"}, {"pattern", "^\\s*0*([1-9][0-9]?|[1-6][0-9]{2}|7[0-2][0-9]|730) ?d\\s*$"}});
    properties["facts"] = own_facts();
    properties["parameters"] = with(schema_text("schema.parameters"), std::move(parameters));
    properties["rules"] = with(schema_text("schema.rule_list"), list_of(reference("rule")));
    properties["override"] = with(schema_text("schema.override"), list_of(reference("override")));
    properties["skip"] = with(schema_text("schema.skip"), unique(list_of(scalar())));
    properties["shift"] =
        with(schema_text("schema.shift"),
             object({{"start_within", reference("fixed_" + definition_of(units::k_second))}}, Json::array()));
    Json schema = object(std::move(properties), {"profile", "version", "title"});
    schema["anyOf"] = Json::array({has("rules"), has("extends")});
    schema["allOf"] = Json::array({simple_without_guard_band()});
    return schema;
  }

  Language m_language;
  Json m_definitions;
};

}  // namespace

std::string rules_schema(Language language) {
  return RulesSchema(language).build();
}

}  // namespace preshift
