#pragma once

#include "circumstances.hpp"
#include "condition_evaluation.hpp"
#include "measurement.hpp"
#include "profile.hpp"
#include "rule_result.hpp"
#include "waiver.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class Outcome {
  cleared,      ///< every required rule passes that has a say and is not waived, and there is at least one
  not_cleared,  ///< a required rule fails, and is not waived
  undecided,    ///< anything else
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(Outcome outcome);

struct RuleEvaluation {
  Rule rule;
  RuleResult result = RuleResult::unknown;
  std::optional<Message> reason;  ///< why; there for every result but pass, fixed and informational
  /// What the result follows from; of a rule that is skipped or does not apply, what it would have followed
  /// from.
  ConditionEvaluation condition;
  std::optional<Waiver> waiver{};                      ///< that counts: the result stays, and decides nothing
  std::optional<ConditionEvaluation> failed_before{};  ///< how it failed first in the same check, if it did
};

/// A requirement comes out as the worst of its required rules that are not waived or, where it has none, of
/// its advisory rules, else of its informational ones.
struct RequirementEvaluation {
  std::string name;
  RuleResult result = RuleResult::unknown;
  bool advisory = false;   ///< it has no required rule, so it decides nothing
  std::size_t waived = 0;  ///< how many of its rules a waiver counts for
};

struct Evaluation {
  std::string profile;
  int version = 0;
  std::vector<RuleEvaluation> rules;                ///< in the profile's order
  std::vector<RequirementEvaluation> requirements;  ///< in the order of first appearance
  Outcome outcome = Outcome::undecided;
  std::string digest{};                     ///< of the profile (canonical_profile.hpp)
  std::vector<Ancestor> extends{};          ///< what the profile extends, the nearest first
  Facts facts{};                            ///< that were given
  std::vector<WaiverEvaluation> waivers{};  ///< all that were given, in their order
  std::vector<Declaration> declarations{};  ///< likewise
  int attempts = 1;                         ///< how often was measured; the last time counts
};

/// Judges measurements by a profile. Pure: the same input gives the same result anywhere.
[[nodiscard]] Evaluation evaluate(const Profile& profile, const Measurements& measurements,
                                  const Circumstances& circumstances = {});

/// A later evaluation of the same profile in the same check, knowing the one before it: what failed then and
/// passes now is fixed.
[[nodiscard]] Evaluation after(const Evaluation& before, Evaluation later);

[[nodiscard]] Outcome outcome_of(std::span<const RuleEvaluation> rules);

[[nodiscard]] std::vector<RequirementEvaluation> requirements_of(std::span<const RuleEvaluation> rules);

}  // namespace preshift
