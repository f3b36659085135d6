#pragma once

#include "circumstances.hpp"
#include "condition.hpp"
#include "decision.hpp"
#include "measurement.hpp"
#include "measurement_index.hpp"
#include "rule_result.hpp"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace preshift {

struct MeasureEvaluation {
  MeasureCondition condition;
  Measurement measured;                 ///< an unknown Absence when nothing was measured
  std::optional<double> probability{};  ///< that the true value conforms (conformity.hpp), of a judged number
};

/// A question to a person, with the answer that counts.
struct ManualEvaluation {
  ManualQuestion question;
  std::optional<Declaration> answer;
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

/// What a condition is judged by.
struct Evidence {
  const MeasurementIndex& measurements;
  Decision decision{};
  const Declaration* answer = nullptr;  ///< to the rule's question, if there is one
  std::chrono::sys_seconds now{};       ///< an answer from later does not count
};

/// Judges a condition: its leaves as verdict.hpp says, combinations as rule_result.hpp does. Pure. A measure
/// that is there twice is an error, rather than a choice.
[[nodiscard]] ConditionEvaluation evaluate(const Condition& condition, const Evidence& evidence);

/// The same by measurements alone, guarded.
[[nodiscard]] ConditionEvaluation evaluate(const Condition& condition, const Measurements& measurements);

/// The parts that made a combination come out as it did. Of one that passes, those that let it; of any other,
/// those that stand in its way: with `any` each of them could make it pass, with `all` and `none` each must
/// change. Lifetime: the combination's.
[[nodiscard]] std::vector<const ConditionEvaluation*> deciding_parts(const CombinationEvaluation& combination,
                                                                     RuleResult result);

}  // namespace preshift
