#include "rules_test_run.hpp"

#include "measures.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

bool is_undecided(RuleResult result) {
  return result == RuleResult::unknown || result == RuleResult::error || result == RuleResult::notchecked;
}

/// Those of the tested rules that lack something.
template <class Lacks>
std::vector<std::string> rules_that(const RulesCoverage& coverage, Lacks lacks) {
  std::vector<std::string> found;
  for (const auto& [rule, results] : coverage.rules)
    if (!results.empty() && lacks(rule, results)) found.push_back(rule);
  return found;
}

/// Whether some measured value, word or answer makes it fail. A word that is the only one that its measure
/// can be is either there or unknown.
bool can_fail(const Condition& condition) {
  if (const auto* leaf = std::get_if<MeasureCondition>(&condition.node)) {
    const auto* allowed = std::get_if<AllowedWords>(&leaf->criterion);
    const Measure* measure = find_measure(leaf->measure);
    return allowed == nullptr || measure == nullptr || allowed->words.size() < measure->words.size();
  }
  const auto* combination = std::get_if<Combination>(&condition.node);
  if (combination == nullptr || combination->combinator == Combinator::none) return true;
  const auto& parts = combination->conditions;
  return combination->combinator == Combinator::all ? std::any_of(parts.begin(), parts.end(), can_fail)
                                                    : std::all_of(parts.begin(), parts.end(), can_fail);
}

/// The coverage of this profile, of whatever settings, new where there was none.
RulesCoverage& coverage_of(const Profile& profile, std::vector<RulesCoverage>& all) {
  const auto known = std::find_if(all.begin(), all.end(), [&](const RulesCoverage& each) {
    return each.profile == profile.name && each.version == profile.version;
  });
  RulesCoverage& coverage =
      known != all.end() ? *known : all.emplace_back(RulesCoverage{profile.name, profile.version});
  // Another file may bear the same name and version, and have rules of its own.
  for (const Rule& rule : profile.rules) {
    const bool is_there = std::any_of(coverage.rules.begin(), coverage.rules.end(),
                                      [&](const auto& each) { return each.first == rule.id; });
    if (!rule.is_selected || is_there) continue;
    coverage.rules.push_back({rule.id, {}});
    if (rule.severity == Severity::informational) coverage.shown_only.insert(rule.id);
    if (!can_fail(rule.condition)) coverage.unfailing.insert(rule.id);
  }
  return coverage;
}

void count(const RulesTest& test, RulesCoverage& coverage) {
  for (const RulesCase& each : test.cases)
    for (const ExpectedResult& expected : each.results)
      for (auto& [rule, results] : coverage.rules)
        if (rule == expected.rule) results.insert(expected.result);
}

}  // namespace

bool CheckedCase::holds() const {
  const bool rules_hold =
      std::all_of(rules.begin(), rules.end(), [](const CheckedRule& each) { return each.holds(); });
  return rules_hold && (!outcome || outcome->holds());
}

std::vector<std::string> RulesCoverage::never_tested() const {
  std::vector<std::string> found;
  for (const auto& [rule, results] : rules)
    if (results.empty()) found.push_back(rule);
  return found;
}

std::vector<std::string> RulesCoverage::never_passed() const {
  return rules_that(*this, [&](const auto& rule, const auto& results) {
    return !shown_only.contains(rule) && !results.contains(RuleResult::pass);
  });
}

std::vector<std::string> RulesCoverage::never_failed() const {
  return rules_that(*this, [&](const auto& rule, const auto& results) {
    return !shown_only.contains(rule) && !unfailing.contains(rule) && !results.contains(RuleResult::fail);
  });
}

std::vector<std::string> RulesCoverage::never_undecided() const {
  return rules_that(*this, [](const auto&, const auto& results) {
    return std::none_of(results.begin(), results.end(), is_undecided);
  });
}

bool RulesCoverage::is_complete() const {
  return never_tested().empty() && never_passed().empty() && never_failed().empty() &&
         never_undecided().empty();
}

std::size_t RulesTestReport::count_cases(bool holding) const {
  std::size_t sum = 0;
  for (const CheckedFile& file : files)
    for (const CheckedCase& each : file.cases)
      if (each.holds() == holding) ++sum;
  return sum;
}

std::size_t RulesTestReport::count_problems() const {
  std::size_t sum = 0;
  for (const CheckedFile& file : files) sum += file.problems.size();
  return sum;
}

bool RulesTestReport::is_covered() const {
  return std::all_of(coverage.begin(), coverage.end(),
                     [](const RulesCoverage& each) { return each.is_complete(); });
}

CheckedCase run_case(const RulesCase& one) {
  CheckedCase checked{one.name, one.place, {}, {}};
  const Evaluation evaluation = evaluate(*one.profile, one.given, one.circumstances);
  for (const ExpectedResult& expected : one.results)
    for (const RuleEvaluation& got : evaluation.rules)
      if (got.rule.id == expected.rule) checked.rules.push_back({expected, got});
  if (one.outcome) checked.outcome = {*one.outcome, evaluation.outcome};
  return checked;
}

RulesTestReport run_rules_tests(const std::vector<std::string>& files) {
  RulesTestReport report;
  for (const std::string& file : files) {
    CheckedFile checked{file};
    if (const auto test = read_rules_test(file)) {
      checked.profile = test->profile->name;
      checked.version = test->profile->version;
      for (const RulesCase& each : test->cases) checked.cases.push_back(run_case(each));
      count(*test, coverage_of(*test->profile, report.coverage));
    } else {
      checked.problems = test.error();
    }
    report.files.push_back(std::move(checked));
  }
  return report;
}

}  // namespace preshift
