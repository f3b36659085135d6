#pragma once

#include "measures.hpp"
#include "result.hpp"
#include "text.hpp"

#include <string_view>

namespace preshift {

/// The number of a limit such as "45 dB(A)", "45dB(A)", "2 people" or "0.5 s", in the measure's unit; the
/// decimal mark is a point in every locale. `measure` must be a number, not a word. Refuses everything else,
/// saying how to write it; the message's first argument, {0}, is left empty for the place.
[[nodiscard]] Expected<double, Message> parse_limit(std::string_view text, const Measure& measure);

}  // namespace preshift
