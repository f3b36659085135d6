#pragma once

#include "evaluation.hpp"
#include "measurement.hpp"
#include "profile.hpp"
#include "text.hpp"

#include <string>
#include <string_view>

namespace preshift {

/// How numbers, units and words are written for a person, in one place for every renderer.

/// "38.2 ± 5.1 dB(A)", "2 people", "closed"; for an absence the empty text. The uncertainty is rounded up to
/// two significant digits and the value to the same place (JCGM 100, 7.2.6); of an uncertainty of 0 nothing
/// is said.
[[nodiscard]] std::string written_value(const Measurement& measurement, Language language);

/// "at most 45 dB(A)", "must be: closed".
[[nodiscard]] std::string written_condition(const Condition& condition, Language language);

/// What to do about a rule that did not pass: the rule's own remedy when the workspace is at fault, else what
/// would make the measure known. Empty for a pass, and where the reason itself says it.
[[nodiscard]] std::string written_remedy(const RuleEvaluation& evaluated, Language language);

/// A requirement's name: the known ones translated, an author's own with a capital.
[[nodiscard]] std::string written_requirement(std::string_view name, Language language);

}  // namespace preshift
