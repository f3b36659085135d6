#include "measures.hpp"
#include "rules_schema.hpp"
#include "schema_parts.hpp"
#include "schema_texts.hpp"

#include <array>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 8> k_results{
    "pass", "fail", "unknown", "error", "notchecked", "notapplicable", "notselected", "informational"};
constexpr std::array<std::string_view, 3> k_outcomes{"cleared", "not_cleared", "undecided"};
constexpr std::array<std::string_view, 2> k_answers{"yes", "no"};
constexpr std::array<std::string_view, 2> k_roles{"agent", "reviewer"};

/// "38 dB(A)", "38 ± 2 dB(A)".
Json measured_number(const LimitUnit& unit) {
  std::string units_of_value = unit_pattern(unit);
  if (unit.sound_level) units_of_value = "(" + units_of_value + "|\\s*dBFS)";
  const std::string optional = units_of_value.empty() ? "" : "(" + units_of_value + ")?";
  const std::string of_uncertainty = units_of_value.empty() ? "" : "(" + units_of_value + "|\\s*dB)";
  Json schema{{"type", "string"},
              {"pattern", "^\\s*" + number_pattern() + optional + "(\\s*(±|\\+-|\\+/-)\\s*" +
                              number_pattern() + of_uncertainty + ")?\\s*$"},
              {"examples", Json::array({unit.example})}};
  if (unit.symbol == units::k_one) schema["type"] = {"string", "number"};
  return schema;
}

Json measured(const Measure& measure) {
  const Json value =
      measure.words.empty() ? measured_number(*find_limit_unit(measure.unit)) : word_of(measure.words);
  Json group = object({{"value", value},
                       {"at_most", value},
                       {"uncertainty", {{"type", {"string", "number"}}}},
                       {"unknown", scalar()},
                       {"declined", scalar()},
                       {"failed", scalar()},
                       {"doubt", scalar()}},
                      Json::array());
  group["oneOf"] =
      Json::array({has("value"), has("at_most"), has("unknown"), has("declined"), has("failed")});
  return {{"if", {{"type", "object"}}}, {"then", std::move(group)}, {"else", value}};
}

/// Builds the schema in one language.
class TestSchema {
 public:
  explicit TestSchema(Language language) : m_language(language) {}

  [[nodiscard]] std::string build() const {
    Json given = Json::object();
    for (const Measure& measure : measures()) {
      given[std::string(measure.name)] = measured(measure);
      given[std::string(measure.name)]["description"] = measure.title.in(m_language);
    }
    Json definitions{{"given", at_least_one(object(std::move(given), Json::array()))}, {"case", test_case()}};
    Json properties{{"profile", with(schema_text("schema.tested"), scalar())}};
    put_shared(properties);
    properties["cases"] = with(schema_text("schema.cases"), list_of(reference("case")));
    return finished(object(std::move(properties), {"profile", "cases"}), std::move(definitions),
                    schema_text("schema.tests"), m_language);
  }

 private:
  [[nodiscard]] Json with(const Text& text, Json schema) const {
    return described(std::move(schema), text, m_language);
  }

  static Json at_least_one(Json schema) {
    schema["minProperties"] = 1;
    return schema;
  }

  static Json map_to(Json values) {
    return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", std::move(values)}};
  }

  /// What the file says for all cases, and a case for itself.
  void put_shared(Json& properties) const {
    const Json answer = object({{"answer", word_of(k_answers)}, {"role", word_of(k_roles)}}, {"answer"});
    Json facts = map_to(scalar());
    facts["properties"] = known_fact_properties(false);
    properties["set"] = with(schema_text("schema.set"), map_to(scalar()));
    properties["facts"] = with(schema_text("schema.given_facts"), std::move(facts));
    properties["now"] = with(schema_text("schema.now"), {{"type", "string"}, {"pattern", "Z\\s*$"}});
    properties["given"] = with(schema_text("schema.given"), reference("given"));
    properties["answers"] =
        with(schema_text("schema.answers"),
             map_to({{"if", {{"type", "object"}}}, {"then", answer}, {"else", word_of(k_answers)}}));
  }

  [[nodiscard]] Json test_case() const {
    Json properties{{"name", with(schema_text("schema.name"), scalar())}};
    put_shared(properties);
    Json waiver = Json::object();
    for (const char* key : {"rule", "agent", "site", "justification", "approver", "expires", "from"})
      waiver[key] = scalar();
    properties["waivers"] =
        with(schema_text("schema.waivers"),
             {{"type", "array"},
              {"items", object(std::move(waiver), {"rule", "justification", "approver", "expires"})}});
    properties["expect"] = with(schema_text("schema.expect"), map_to(word_of(k_results)));
    properties["outcome"] = with(schema_text("schema.outcome"), word_of(k_outcomes));
    Json schema = object(std::move(properties), {"name"});
    schema["anyOf"] = Json::array({has("expect"), has("outcome")});
    return schema;
  }

  Language m_language;
};

}  // namespace

std::string rules_test_schema(Language language) {
  return TestSchema(language).build();
}

}  // namespace preshift
