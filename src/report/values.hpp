#pragma once

#include "condition.hpp"
#include "measurement.hpp"
#include "text.hpp"

#include <string>
#include <string_view>

namespace preshift {

/// How numbers, units and words are written for a person, in one place for every renderer.

/// "38.2 ± 5.1 dB(A)", "2 people", "closed"; for an absence the empty text. The uncertainty is rounded up to
/// two significant digits and the value to the same place (JCGM 100, 7.2.6); of an uncertainty of 0 nothing
/// is said. What is only known to lie below a value is "at most 30.0 ± 1.0 dB(A)".
[[nodiscard]] std::string written_value(const Measurement& measurement, Language language);

/// "at most 45 dB(A)", "between 35 and 45 dB(A)", "closed or open".
[[nodiscard]] std::string written_criterion(const Criterion& criterion, Language language);

/// A requirement's name: the known ones translated, an author's own with a capital.
[[nodiscard]] std::string written_requirement(std::string_view name, Language language);

}  // namespace preshift
