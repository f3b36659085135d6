#include "profile_difference.hpp"

#include "rule_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace preshift {
namespace {

using RulesById = std::unordered_map<std::string_view, const Rule*>;

RulesById by_id(const Profile& profile) {
  RulesById rules;
  for (const Rule& rule : profile.rules) rules[rule.id] = &rule;
  return rules;
}

const Rule* find(const RulesById& rules, std::string_view id) {
  const auto found = rules.find(id);
  return found == rules.end() ? nullptr : found->second;
}

FactWords facts_of_both(const Profile& a, const Profile& b) {
  FactWords facts = a.facts;
  for (const auto& [name, words] : b.facts) {
    std::vector<std::string>& known = facts[name];
    for (const std::string& word : words)
      if (std::find(known.begin(), known.end(), word) == known.end()) known.push_back(word);
  }
  return facts;
}

std::map<std::string, std::string> values_of(const Profile& profile) {
  std::map<std::string, std::string> values;
  for (const Parameter& parameter : profile.parameters) {
    const auto* number = std::get_if<NumberParameter>(&parameter.kind);
    values[parameter.name] = number != nullptr ? number_words(number->value, number->unit)
                                               : std::get<WordParameter>(parameter.kind).value;
  }
  return values;
}

std::vector<ParameterChange> parameter_changes(const Profile& a, const Profile& b) {
  const auto before = values_of(a);
  const auto after = values_of(b);
  std::map<std::string, ParameterChange> changes;
  for (const auto& [name, value] : before) changes[name] = {name, value, ""};
  for (const auto& [name, value] : after) {
    changes[name].name = name;
    changes[name].after = value;
  }
  std::vector<ParameterChange> different;
  for (auto& [name, change] : changes)
    if (change.before != change.after) different.push_back(std::move(change));
  return different;
}

}  // namespace

Strictness ProfileDifference::strictness() const {
  Strictness all = Strictness::same;
  for (const RuleDifference& rule : rules) all = together(all, rule.strictness);
  return all;
}

std::size_t ProfileDifference::count(Strictness strictness) const {
  return static_cast<std::size_t>(std::count_if(
      rules.begin(), rules.end(), [&](const RuleDifference& rule) { return rule.strictness == strictness; }));
}

ProfileDifference difference(const Profile& a, const Profile& b) {
  const RulesById in_a = by_id(a);
  const RulesById in_b = by_id(b);
  const FactWords facts = facts_of_both(a, b);
  ProfileDifference found;
  const auto add = [&](const Rule* one, const Rule* other) {
    if (auto rule = difference(one, other, facts)) {
      found.rules.push_back(std::move(*rule));
    } else if (one != nullptr && one->is_selected) {
      ++found.same_rules;
    }
  };
  for (const Rule& rule : a.rules) add(&rule, find(in_b, rule.id));
  for (const Rule& rule : b.rules)
    if (find(in_a, rule.id) == nullptr) add(nullptr, &rule);
  found.parameters = parameter_changes(a, b);
  return found;
}

}  // namespace preshift
