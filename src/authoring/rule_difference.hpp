#pragma once

#include "measurement.hpp"
#include "rule.hpp"
#include "strictness.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class ChangeKind {
  added,
  removed,
  severity,
  limit,      ///< of one measure in a condition of the same shape
  condition,  ///< of another shape
  decision,   ///< the decision rule or its guard band
  applies_when,
  waivable,
  question,
  expects,  ///< the answer that passes
  answered_by,
  requirement,  ///< from here on: without effect on what passes
  weight,
  title,
  rationale,
  remedy,
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(ChangeKind kind);

/// How one limit moved.
struct LimitMove {
  std::string measure;
  Criterion before;
  Criterion after;
  std::optional<double> by{};  ///< where one bound moved: how far, above 0
  std::string unit{};          ///< of `by`: a difference of levels is in dB
};

struct RuleChange {
  ChangeKind kind = ChangeKind::limit;
  Strictness strictness = Strictness::same;
  std::string before{};  ///< in the words of a rules file; of a limit, see `limit`
  std::string after{};
  std::optional<LimitMove> limit{};
};

/// What makes of a rule in A the rule of the same id in B.
struct RuleDifference {
  std::string id;
  Strictness strictness = Strictness::same;     ///< of all changes together
  std::vector<RuleChange> changes;              ///< never empty
  std::optional<Measurements> passes_a_only{};  ///< an example of what the conditions then decide otherwise
  std::optional<Measurements> passes_b_only{};
};

/// The words that facts can be, as both profiles declare them.
using FactWords = std::map<std::string, std::vector<std::string>, std::less<>>;

/// How the rule in B differs from that in A; nullopt when it does not. A rule that its profile skips, or that
/// is not there (nullptr), is not asked. Stricter and laxer are proved (evidence_set.hpp) and shown by an
/// example (condition_witness.hpp); where one of the two is missing it is `changed`. Where the rule does not
/// apply counts as letting pass; the facts that `applies_when` asks for are taken to be given.
[[nodiscard]] std::optional<RuleDifference> difference(const Rule* a, const Rule* b, const FactWords& facts);

/// How one applicability makes a rule apply more often (stricter) or less (laxer).
[[nodiscard]] Strictness compare_applicability(const std::optional<Applicability>& a,
                                               const std::optional<Applicability>& b, const FactWords& facts);

}  // namespace preshift
