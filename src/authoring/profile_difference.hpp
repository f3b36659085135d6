#pragma once

#include "profile.hpp"
#include "rule_difference.hpp"

namespace preshift {

/// A parameter that is not in both profiles with the same value, or may not be the same; "" where it is not.
/// So is how old a check may be when a shift starts, as shift.start_within.
struct ParameterChange {
  std::string name;
  std::string what;    ///< "value", "range" or "one_of"
  std::string before;  ///< in the words of a rules file
  std::string after;
};

struct ProfileDifference {
  std::vector<RuleDifference> rules;        ///< in the order of A, then those that only B has
  std::vector<ParameterChange> parameters;  ///< by name; what they do shows in the rules
  std::size_t same_rules = 0;               ///< asked by both without any difference
  bool one_can_never_clear = false;         ///< one requires something, the other nothing

  [[nodiscard]] Strictness strictness() const;  ///< of all rules together
  [[nodiscard]] std::size_t count(Strictness strictness) const;
  [[nodiscard]] bool is_empty() const { return rules.empty() && parameters.empty(); }
};

/// What B asks otherwise than A, rule by rule. Names, versions and titles of the profiles do not count.
[[nodiscard]] ProfileDifference difference(const Profile& a, const Profile& b);

}  // namespace preshift
