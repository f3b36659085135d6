#pragma once

#include "circumstances.hpp"
#include "evaluation.hpp"
#include "measurement.hpp"
#include "place.hpp"
#include "profile.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// What a case expects of one rule.
struct ExpectedResult {
  std::string rule;
  RuleResult result = RuleResult::unknown;
  Place place;
};

struct ExpectedOutcome {
  Outcome outcome = Outcome::undecided;
  Place place;
};

/// One case of a test of rules: what was measured and what else is given, and what must come out.
struct RulesCase {
  std::string name;  ///< unique in its file
  Place place;
  std::shared_ptr<const Profile> profile;  ///< with the parameters of this case
  Measurements given;
  Circumstances circumstances;
  std::vector<ExpectedResult> results;  ///< at least one, or `outcome` is there
  std::optional<ExpectedOutcome> outcome;
};

/// A file of such cases for one profile.
struct RulesTest {
  std::shared_ptr<const Profile> profile;  ///< with the parameters that the file sets for all cases
  std::vector<RulesCase> cases;            ///< never empty
};

/// Reads a file of cases and the profile that it names: a shipped one, or a file beside it. What the file
/// says for all cases (`set`, `facts`, `given`, `answers`, `now`) a case may say otherwise for itself. Finds
/// all problems: unreadable YAML, unknown keys, rules, measures, units and facts, names used twice, cases
/// that expect nothing, no cases at all, and those of the profile.
[[nodiscard]] RulesResult<RulesTest> read_rules_test(const std::string& file);

/// The same of a text; `place` names it, and the profile's file is found beside that.
[[nodiscard]] RulesResult<RulesTest> read_rules_test_text(std::string yaml, const std::string& place);

}  // namespace preshift
