#pragma once

#include "condition_evaluation.hpp"
#include "measurement.hpp"
#include "profile.hpp"
#include "rule_result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class Outcome {
  cleared,      ///< every required rule passes, and there is at least one
  not_cleared,  ///< a required rule fails
  undecided,    ///< anything else
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(Outcome outcome);

struct RuleEvaluation {
  Rule rule;
  RuleResult result = RuleResult::unknown;
  std::optional<Message> reason;  ///< why; there for every result but pass and notapplicable
  ConditionEvaluation condition;  ///< what the result follows from
};

/// A requirement comes out as the worst of its required rules or, where it has none, of its advisory rules,
/// else of its informational ones.
struct RequirementEvaluation {
  std::string name;
  RuleResult result = RuleResult::unknown;
  bool advisory = false;  ///< it has no required rule, so it decides nothing
};

struct Evaluation {
  std::string profile;
  int version = 0;
  std::vector<RuleEvaluation> rules;                ///< in the profile's order
  std::vector<RequirementEvaluation> requirements;  ///< in the order of first appearance
  Outcome outcome = Outcome::undecided;
};

/// Judges measurements by a profile. Pure: the same input gives the same result anywhere.
[[nodiscard]] Evaluation evaluate(const Profile& profile, const Measurements& measurements);

[[nodiscard]] Outcome outcome_of(std::span<const RuleEvaluation> rules);

[[nodiscard]] std::vector<RequirementEvaluation> requirements_of(std::span<const RuleEvaluation> rules);

}  // namespace preshift
