#pragma once

#include "rule.hpp"

#include <string>

namespace preshift {

/// Parts of a rule in one line, in the words of a rules file.

/// "any (voice.to_background at_least 25 dB; sound.laeq at_most 45 dB(A))".
[[nodiscard]] std::string condition_words(const Condition& condition);

/// "at_most 45 dB(A)", "between 35 and 45 dB(A)", "one_of closed, open".
[[nodiscard]] std::string criterion_words(const Criterion& criterion);

/// "guarded 1", "simple".
[[nodiscard]] std::string decision_words(const Decision& decision);

/// "role = bank, medical", "all (role = bank; time = 22:00-06:00)"; "always" where there is none.
[[nodiscard]] std::string applicability_words(const std::optional<Applicability>& when);

/// "45 dB(A)", "0.5", the shortest number that reads back exactly.
[[nodiscard]] std::string number_words(double value, const std::string& unit);

}  // namespace preshift
