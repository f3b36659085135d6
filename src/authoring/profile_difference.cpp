#include "profile_difference.hpp"

#include "measures.hpp"
#include "rule_words.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

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

/// Without a required rule no workspace is ever cleared.
bool requires_something(const Profile& profile) {
  return std::any_of(profile.rules.begin(), profile.rules.end(), [](const Rule& rule) {
    return rule.is_selected && rule.severity == Severity::required;
  });
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

/// Values, how long an onboarding holds among them, and what they may be, by the parameter's name and
/// "value", "range" or "one_of".
std::map<std::pair<std::string, std::string>, std::string> values_of(const Profile& profile) {
  std::map<std::pair<std::string, std::string>, std::string> values;
  if (const auto days = profile.onboarding_valid_for)
    values[{"onboarding_valid_for", "value"}] = std::to_string(days->count()) + " d";
  for (const Parameter& parameter : profile.parameters) {
    if (const auto* number = std::get_if<NumberParameter>(&parameter.kind)) {
      values[{parameter.name, "value"}] = number_words(number->value, number->unit);
      values[{parameter.name, "range"}] =
          number_words(number->lowest, number->unit) + ", " + number_words(number->highest, number->unit);
    } else {
      const auto& word = std::get<WordParameter>(parameter.kind);
      std::string& words = values[{parameter.name, "one_of"}];
      for (const std::string& each : word.words) words += (words.empty() ? "" : ", ") + each;
      values[{parameter.name, "value"}] = word.value;
    }
  }
  if (profile.shift.start_within)
    values[{"shift.start_within", "value"}] =
        number_words(static_cast<double>(profile.shift.start_within->count()), std::string(units::k_second));
  return values;
}

/// Of a parameter that only one profile has, the value alone.
std::vector<ParameterChange> parameter_changes(const Profile& a, const Profile& b) {
  const auto before = values_of(a);
  const auto after = values_of(b);
  std::map<std::pair<std::string, std::string>, ParameterChange> changes;
  for (const auto& [key, value] : before) changes[key].before = value;
  for (const auto& [key, value] : after) changes[key].after = value;
  std::vector<ParameterChange> different;
  for (auto& [key, change] : changes) {
    const bool is_one_sided = change.before.empty() || change.after.empty();
    if (change.before == change.after || (is_one_sided && key.second != "value")) continue;
    std::tie(change.name, change.what) = key;
    different.push_back(std::move(change));
  }
  return different;
}

}  // namespace

Strictness ProfileDifference::strictness() const {
  if (one_can_never_clear) return Strictness::changed;
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
  found.one_can_never_clear = requires_something(a) != requires_something(b);
  return found;
}

}  // namespace preshift
