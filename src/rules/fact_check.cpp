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
#include <vector>

namespace preshift {
namespace {

Failure<Problem> unknown_fact(const std::string& name, const Profile& profile) {
  std::vector<std::string_view> names;
  for (const KnownFact& fact : known_facts()) names.push_back(fact.name);
  for (const auto& [declared, values] : profile.facts) names.push_back(declared);
  const std::string_view near = nearest_word(name, names);
  const std::string place(k_fact_option);
  if (near.empty()) return unusable_input(rules_text("fact.unknown"), place, excerpt(name), joined(names));
  return unusable_input(rules_text("fact.unknown_near"), place, excerpt(name), std::string(near));
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

Result<void> check_fact(const std::string& name, const std::string& value, const Profile& profile) {
  const std::string place(k_fact_option);
  const auto values = values_of(name, profile);
  const KnownFact* known = find_known_fact(name);
  if (!values && known == nullptr) return unknown_fact(name, profile);
  if (values) {
    if (std::find(values->begin(), values->end(), value) != values->end()) return {};
    return unusable_input(rules_text("word.unknown"), place, excerpt(value), joined(*values), name);
  }
  if (name == k_time_fact) {
    if (parse_time_of_day(value)) return {};
    return unusable_input(rules_text("fact.not_a_time"), place, excerpt(value));
  }
  const bool is_fit = known->is_free ? !value.empty() && printable(value) == value : is_name(value, ".-_");
  if (is_fit) return {};
  return unusable_input(rules_text("fact.not_a_name"), place, excerpt(value));
}

}  // namespace

Result<void> check_facts(const Facts& facts, const Profile& profile) {
  for (const auto& [name, value] : facts)
    if (auto checked = check_fact(name, value, profile); !checked) return checked;
  return {};
}

}  // namespace preshift
