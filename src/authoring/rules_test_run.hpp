#pragma once

#include "rules_test.hpp"

#include <map>
#include <set>

namespace preshift {

/// What was expected of a rule, and how it came out.
struct CheckedRule {
  ExpectedResult expected;
  RuleEvaluation got;

  [[nodiscard]] bool holds() const { return expected.result == got.result; }
};

struct CheckedOutcome {
  ExpectedOutcome expected;
  Outcome got = Outcome::undecided;

  [[nodiscard]] bool holds() const { return expected.outcome == got; }
};

struct CheckedCase {
  std::string name;
  Place place;
  std::vector<CheckedRule> rules;
  std::optional<CheckedOutcome> outcome;

  [[nodiscard]] bool holds() const;
};

/// A file of cases after its run; its problems when it cannot be used, which leave it without cases.
struct CheckedFile {
  std::string name;
  std::string profile{};
  int version = 0;
  PlacedProblems problems{};
  std::vector<CheckedCase> cases{};
};

/// What of a profile's rules the cases of all files expect.
struct RulesCoverage {
  std::string profile;
  int version = 0;
  /// Of every rule that the profile does not skip, in its order: the results that some case expects.
  std::vector<std::pair<std::string, std::set<RuleResult>>> rules{};
  std::set<std::string, std::less<>> shown_only{};  ///< those of these rules that are informational
  std::set<std::string, std::less<>> unfailing{};   ///< and those that no value makes fail

  [[nodiscard]] std::vector<std::string> never_tested() const;
  [[nodiscard]] std::vector<std::string> never_passed() const;     ///< of those tested, if they can pass
  [[nodiscard]] std::vector<std::string> never_failed() const;     ///< likewise
  [[nodiscard]] std::vector<std::string> never_undecided() const;  ///< tested, never unknown or the like
  [[nodiscard]] bool is_complete() const;                          ///< all four are empty
};

struct RulesTestReport {
  std::vector<CheckedFile> files;
  std::vector<RulesCoverage> coverage;  ///< of each profile, in the order of first appearance

  [[nodiscard]] std::size_t count_cases(bool holding) const;
  [[nodiscard]] std::size_t count_problems() const;
  [[nodiscard]] bool is_covered() const;
};

/// Runs the cases of these files.
[[nodiscard]] RulesTestReport run_rules_tests(const std::vector<std::string>& files);

/// Judges the case as a check would.
[[nodiscard]] CheckedCase run_case(const RulesCase& one);

}  // namespace preshift
