#pragma once

#include "condition.hpp"
#include "decision.hpp"
#include "measurement.hpp"
#include "rule_result.hpp"

#include <optional>

namespace preshift {

struct Verdict {
  RuleResult result = RuleResult::unknown;
  std::optional<Message> reason;        ///< why; there for every result but pass
  std::optional<double> probability{};  ///< that the true value conforms (conformity.hpp), of a number
};

/// Judges one measurement. Pure.
///
/// With a guard band w (decision.hpp), a guarded at_most passes when value + w <= limit, fails when
/// value - w > limit, and is unknown in between; a simple one has no guard band, a lenient one passes all
/// that does not fail; at_least mirrors it, and a range is both. Sums are compared to one part in 10^9 of the
/// limit, so that 44.9 + 0.1 is 45. What is only known to lie below a value never fails at_most and never
/// passes at_least, however it is decided. A doubtful value is unknown, whatever it is. What is not limited
/// passes.
[[nodiscard]] Verdict judge(const Criterion& criterion, const Measurement& measured,
                            const Decision& decision = {});

}  // namespace preshift
