#pragma once

#include "rule.hpp"
#include "vocabulary.hpp"
#include "yaml_fields.hpp"

#include <cstddef>
#include <optional>

namespace preshift {

/// What of a decision is written; the rest comes from the profile.
struct DecisionDraft {
  std::optional<DecisionRule> rule;
  std::optional<double> guard_band;
};

/// A rule while its profile is read.
struct RuleDraft {
  Rule rule;
  DecisionDraft decision;
  bool has_sound_condition = true;  ///< nothing is wrong in it
  std::size_t file = 0;    ///< that it is written in, a number of the chain (0: the one that was asked for)
  std::size_t offset = 0;  ///< in that file
};

/// The rule of this mapping, all of its keys but `id`, which the caller reads.
[[nodiscard]] RuleDraft read_rule(const YamlNode& mapping, const Vocabulary& vocabulary, YamlFields& fields);

/// Changes the rule as this mapping of `override` says, all of its keys but `id`.
void override_rule(RuleDraft& draft, const YamlNode& mapping, const Vocabulary& vocabulary,
                   YamlFields& fields);

/// The keys `decision` and `guard_band` of a rule or a profile.
[[nodiscard]] DecisionDraft read_decision(const YamlNode& mapping, YamlFields& fields);

}  // namespace preshift
