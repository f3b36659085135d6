#pragma once

#include "measurement.hpp"
#include "profile.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// How one rule came out, in the words of XCCDF 1.2.
enum class RuleResult {
  pass,
  fail,
  unknown,        ///< cannot be told: not measured, or too close to the limit. Never certifies, never fails
  error,          ///< the measurement failed or makes no sense
  notapplicable,  ///< the rule does not apply here
  notchecked,     ///< the agent declined the sensor
};

enum class Outcome {
  cleared,      ///< every required rule passes, and there is at least one
  not_cleared,  ///< a required rule fails
  undecided,    ///< anything else
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(RuleResult result);
[[nodiscard]] std::string_view to_string(Outcome outcome);

struct RuleEvaluation {
  Rule rule;
  RuleResult result = RuleResult::unknown;
  Measurement measured;           ///< an unknown Absence when nothing was measured
  std::optional<Message> reason;  ///< why; there for every result but pass and notapplicable
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
///
/// Limits are decided with guard bands as wide as the expanded uncertainty U (k = 2; ILAC-G8, JCGM 106):
/// at_most passes when value + U <= limit, fails when value - U > limit, and is unknown in between; at_least
/// mirrors it. Sums are compared to one part in 10^9 of the limit, so that 44.9 + 0.1 is 45.
[[nodiscard]] Evaluation evaluate(const Profile& profile, const Measurements& measurements);

[[nodiscard]] Outcome outcome_of(std::span<const RuleEvaluation> rules);

[[nodiscard]] std::vector<RequirementEvaluation> requirements_of(std::span<const RuleEvaluation> rules);

}  // namespace preshift
