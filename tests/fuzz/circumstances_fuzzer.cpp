#include "circumstance_files.hpp"
#include "evaluation.hpp"
#include "profile.hpp"
#include "promises.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

// Any bytes as a file of facts, of waivers and of answers: they are refused in words of both languages, or
// what they say keeps its promises and can be judged by.

namespace preshift {
namespace {

constexpr const char* k_profile = R"(
profile: night
version: 1
title: {en: Night, fr: Nuit}
facts: {team: [red, blue]}
rules:
  - id: quiet.noise
    requirement: quiet
    severity: required
    title: {en: Quiet, fr: Calme}
    rationale: {en: Because, fr: Parce que}
    remedy: {en: Hush, fr: Chut}
    applies_when: {any: [{time: 22:00 to 06:00}, {team: red}, {role: bank}]}
    measure: sound.laeq
    at_most: 45 dB(A)
  - id: conduct.locked
    requirement: conduct
    severity: required
    title: {en: Locked, fr: Fermé}
    rationale: {en: Because, fr: Parce que}
    remedy: {en: Lock it, fr: Fermez}
    manual: {question: {en: Is it locked?, fr: Est-ce fermé ?}, answered_by: reviewer}
)";

const Profile& profile() {
  static const Profile read = [] {
    auto loaded = read_profile(k_profile, "night.yaml");
    require(loaded.has_value());
    return *loaded;
  }();
  return read;
}

const Rule* rule_of(const std::string& id) {
  const auto& rules = profile().rules;
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

void check(const Facts& facts) {
  const auto checked = check_facts(facts, profile());
  if (!checked) check_refusal(checked.error(), "--fact");
  for (const auto& [name, value] : facts) require(!value.empty());
}

void check(const std::vector<Waiver>& waivers) {
  for (const Waiver& waiver : waivers) {
    require(rule_of(waiver.rule) != nullptr && (waiver.agent || waiver.site));
    require(!waiver.justification.empty() && !waiver.approver.empty() && waiver.from < waiver.until);
    require(waiver.place.line > 0);
  }
}

void check(const std::vector<Declaration>& declarations) {
  std::set<std::string> answered;
  for (const Declaration& declaration : declarations) {
    const Rule* rule = rule_of(declaration.rule);
    require(rule != nullptr && std::holds_alternative<ManualQuestion>(rule->condition.node));
    require(!declaration.by.empty() && answered.insert(declaration.rule).second);
  }
}

/// What was read, or nothing after a refusal that says where and why.
template <class Value>
Value taken(RulesResult<Value> read) {
  if (!read) {
    require(!read.error().empty());
    for (const PlacedProblem& problem : read.error()) check_refusal(to_problem(problem), "fuzz.yaml");
    return {};
  }
  check(*read);
  return std::move(*read);
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace preshift;
  const std::string_view yaml(reinterpret_cast<const char*>(data), size);
  Circumstances circumstances;
  circumstances.facts = taken(read_facts_text(yaml, "fuzz.yaml"));
  circumstances.waivers = taken(read_waivers_text(yaml, "fuzz.yaml", profile()));
  circumstances.declarations = taken(read_answers_text(yaml, "fuzz.yaml", profile()));
  const Evaluation evaluation = evaluate(profile(), {}, circumstances);
  require(evaluation.outcome != Outcome::cleared || !circumstances.waivers.empty());
  require(evaluation.waivers.size() == circumstances.waivers.size());
  return 0;
}
