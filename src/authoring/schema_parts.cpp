#include "schema_parts.hpp"

#include "facts.hpp"
#include "measures.hpp"

#include <utility>

namespace preshift {
namespace {

std::string escaped(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}/").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

/// A time is a span of the day where conditions are listed, else a moment of it.
Json fact_value(const KnownFact& fact, bool listed) {
  if (!fact.values.empty()) return word_of(fact.values);
  if (fact.name != k_time_fact) return scalar();
  const std::string time = "([01][0-9]|2[0-3]):[0-5][0-9]";
  const std::string pattern = listed ? time + "\\s+to\\s+" + time : time;
  return {{"type", "string"}, {"pattern", "^\\s*" + pattern + "\\s*$"}};
}

}  // namespace

Json described(Json schema, const Text& text, Language language) {
  schema["description"] = text.in(language);
  return schema;
}

Json scalar() {
  return {{"type", {"string", "number", "boolean"}}, {"pattern", "\\S"}};
}

Json name(std::string_view joints) {
  const std::string word = "[a-z0-9]+";
  return {{"type", {"string", "boolean"}},
          {"pattern", "^\\s*[a-z][a-z0-9]*([" + escaped(joints) + "]" + word + ")*\\s*$"},
          {"maxLength", 64}};
}

Json object(Json properties, Json required) {
  Json schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

Json list_of(Json item) {
  return {{"type", "array"}, {"minItems", 1}, {"items", std::move(item)}};
}

Json reference(const std::string& definition) {
  return {{"$ref", "#/$defs/" + definition}};
}

Json has(std::string_view key) {
  return {{"required", Json::array({key})}};
}

std::string number_pattern() {
  return "-?([0-9]+\\.?[0-9]*|\\.[0-9]+)";
}

std::string unit_pattern(const LimitUnit& unit) {
  std::string pattern;
  for (const UnitSpelling& spelling : unit.spellings)
    if (!spelling.text.empty()) pattern += (pattern.empty() ? "" : "|") + escaped(spelling.text);
  return pattern.empty() ? pattern : "\\s*(" + pattern + ")";
}

std::string definition_of(std::string_view unit) {
  std::string name = "limit_";
  for (const char c : unit) name += c == '%' ? "percent" : c == '/' ? "_per_" : std::string(1, c);
  return name;
}

Json known_fact_properties(bool listed) {
  Json properties = Json::object();
  for (const KnownFact& fact : known_facts()) {
    const Json value = fact_value(fact, listed);
    Json& property = properties[std::string(fact.name)];
    property = value;
    if (listed) property = {{"anyOf", Json::array({value, list_of(value)})}};
  }
  return properties;
}

std::string finished(Json schema, Json definitions, const Text& title, Language language) {
  Json whole{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title.in(language)}};
  whole.update(schema);
  whole["$defs"] = std::move(definitions);
  return whole.dump(2) + "\n";
}

}  // namespace preshift
