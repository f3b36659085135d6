#include "circumstance_files.hpp"
#include "edit_distance.hpp"
#include "excerpt.hpp"
#include "facts.hpp"
#include "names.hpp"
#include "rules_texts.hpp"
#include "utf8.hpp"
#include "yaml_fields.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace preshift {
namespace {

Failure<Message> complaint(const Text& text, std::vector<Argument> arguments) {
  arguments.insert(arguments.begin(), std::string{});
  return {Message{text, std::move(arguments)}};
}

Failure<Message> unknown_fact(const std::string& name, const Profile& profile) {
  std::vector<std::string_view> names;
  for (const KnownFact& fact : known_facts()) names.push_back(fact.name);
  for (const auto& [declared, values] : profile.facts) names.push_back(declared);
  const std::string_view near = nearest_word(name, names);
  if (near.empty()) return complaint(rules_text("fact.unknown"), {excerpt(name), joined(names)});
  return complaint(rules_text("fact.unknown_near"), {excerpt(name), std::string(near)});
}

/// All that the fact can be, or nullopt where that is not a list.
std::optional<std::vector<std::string_view>> values_of(const std::string& name, const Profile& profile) {
  const auto declared = profile.facts.find(name);
  if (declared != profile.facts.end())
    return std::vector<std::string_view>(declared->second.begin(), declared->second.end());
  const KnownFact* known = find_known_fact(name);
  if (known == nullptr || known->values.empty()) return std::nullopt;
  return std::vector<std::string_view>(known->values.begin(), known->values.end());
}

}  // namespace

Expected<void, Message> check_fact(const std::string& name, const std::string& value,
                                   const Profile& profile) {
  const auto values = values_of(name, profile);
  const KnownFact* known = find_known_fact(name);
  if (!values && known == nullptr) return unknown_fact(name, profile);
  if (values) {
    if (std::find(values->begin(), values->end(), value) != values->end()) return {};
    return complaint(rules_text("word.unknown"), {excerpt(value), joined(*values), name});
  }
  if (name == k_time_fact) {
    if (parse_time_of_day(value)) return {};
    return complaint(rules_text("fact.not_a_time"), {excerpt(value)});
  }
  const bool is_fit = known->is_free ? !value.empty() && printable(value) == value : is_name(value, ".-_");
  if (is_fit) return {};
  return complaint(rules_text("fact.not_a_name"), {excerpt(value)});
}

Result<void> check_facts(const Facts& facts, const Profile& profile) {
  for (const auto& [name, value] : facts) {
    const auto checked = check_fact(name, value, profile);
    if (checked) continue;
    Message message = checked.error();
    message.arguments.front() = std::string(k_fact_option);
    return Failure{Problem{ProblemKind::unusable_input, std::move(message)}};
  }
  return {};
}

}  // namespace preshift
