#pragma once

#include "limit_unit.hpp"
#include "measures.hpp"
#include "result.hpp"
#include "text.hpp"

#include <string_view>

namespace preshift {

/// The number of a limit such as "45 dB(A)", "45dB(A)", "2 people" or "500 ms", converted to the unit (0.5
/// s); the decimal mark is a point in every locale. Refuses everything else, saying how to write it;
/// `subject` is what is limited; the message's first argument, {0}, is left empty for the place.
[[nodiscard]] Expected<double, Message> parse_limit(std::string_view text, const LimitUnit& unit,
                                                    std::string_view subject);

/// The same for a limit of this measure, which must be a number, not a word.
[[nodiscard]] Expected<double, Message> parse_limit(std::string_view text, const Measure& measure);

}  // namespace preshift
