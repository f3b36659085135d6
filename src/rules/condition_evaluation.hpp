#pragma once

#include "condition.hpp"
#include "measurement.hpp"
#include "rule_result.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace preshift {

struct MeasureEvaluation {
  MeasureCondition condition;
  Measurement measured;  ///< an unknown Absence when nothing was measured
};

/// A question to a person.
struct ManualEvaluation {
  ManualQuestion question;
};

struct ConditionEvaluation;

struct CombinationEvaluation {
  Combinator combinator = Combinator::all;
  std::vector<ConditionEvaluation> parts;  ///< in the order of the rule
};

/// How a condition came out, with every measurement that it was judged by.
struct ConditionEvaluation {
  RuleResult result = RuleResult::unknown;
  /// Why; there for every result but pass and notapplicable. Of a combination that several of its parts
  /// leave undecided, the reason of the first.
  std::optional<Message> reason;
  std::variant<MeasureEvaluation, CombinationEvaluation, ManualEvaluation> node;
};

/// Judges measurements by a condition: its leaves as verdict.hpp says, combinations as rule_result.hpp does.
/// Pure. A measure that is there twice is an error, rather than a choice.
[[nodiscard]] ConditionEvaluation evaluate(const Condition& condition, const Measurements& measurements);

/// The parts that made a combination come out as it did. Of one that passes, those that let it; of any other,
/// those that stand in its way: with `any` each of them could make it pass, with `all` and `none` each must
/// change. Lifetime: the combination's.
[[nodiscard]] std::vector<const ConditionEvaluation*> deciding_parts(const CombinationEvaluation& combination,
                                                                     RuleResult result);

}  // namespace preshift
