#pragma once

#include "json_parts.hpp"
#include "limit_unit.hpp"
#include "text.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What the schemas of rules files and of their tests have in common.

/// A JSON object with its keys in this order.
[[nodiscard]] Json described(Json schema, const Text& text, Language language);

/// A text as a rules file takes it: YAML reads `title: 5` as a number, and it is the text "5".
[[nodiscard]] Json scalar();

/// A text that is a name (names.hpp) with these characters between its words; `true` is one, too.
[[nodiscard]] Json name(std::string_view joints);

/// One of these words.
template <class Words>
[[nodiscard]] Json word_of(const Words& words) {
  Json schema{{"enum", Json::array()}};
  for (const auto& word : words) schema["enum"].push_back(word);
  return schema;
}

/// An object with these keys and no others.
[[nodiscard]] Json object(Json properties, Json required);

/// A list of at least one of these.
[[nodiscard]] Json list_of(Json item);

[[nodiscard]] Json reference(const std::string& definition);

/// {"required": [key]}, for conditions.
[[nodiscard]] Json has(std::string_view key);

/// A regular expression for a number, and for the unit behind it in every spelling; it begins and ends
/// nowhere.
[[nodiscard]] std::string number_pattern();
[[nodiscard]] std::string unit_pattern(const LimitUnit& unit);

/// "limit_dB(A)": a definition for limits in this unit.
[[nodiscard]] std::string definition_of(std::string_view unit);

/// What applies to each known fact, by its name, once or as one of a list if `listed`.
[[nodiscard]] Json known_fact_properties(bool listed);

/// The head of a schema, and its definitions at the end.
[[nodiscard]] std::string finished(Json schema, Json definitions, const Text& title, Language language);

}  // namespace preshift
