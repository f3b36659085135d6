#pragma once

#include "condition.hpp"
#include "measurement.hpp"
#include "rule_result.hpp"

#include <optional>

namespace preshift {

struct Verdict {
  RuleResult result = RuleResult::unknown;
  std::optional<Message> reason;  ///< why; there for every result but pass
};

/// Judges one measurement. Pure.
///
/// Limits are decided with guard bands as wide as the expanded uncertainty U (k = 2; ILAC-G8, JCGM 106):
/// at_most passes when value + U <= limit, fails when value - U > limit, and is unknown in between; at_least
/// mirrors it, and a range is both. Sums are compared to one part in 10^9 of the limit, so that 44.9 + 0.1 is
/// 45. What is only known to lie below a value never fails at_most and never passes at_least.
/// A doubtful value is unknown, whatever it is.
[[nodiscard]] Verdict judge(const Criterion& criterion, const Measurement& measured);

}  // namespace preshift
