#pragma once

#include "text.hpp"

#include <string>

namespace preshift {

/// A number as it is printed in a picture: a real minus sign, the language's decimal mark, and groups of
/// three digits before it from 10 000 on (narrow no-break space in French, comma in English).
[[nodiscard]] std::string plotted_number(double value, int decimals, Language language);

/// The name of a third-octave band: its midband frequency in hertz, rounded as IEC 61260-1:2014, annex E, has
/// it. Number 0 is 1000 Hz.
[[nodiscard]] double nominal_third_hz(int third);

/// A band's frequency in hertz for an axis: "31.5", "1k", "12.5k"; "31,5" in French.
[[nodiscard]] std::string plotted_frequency(double frequency_hz, Language language);

}  // namespace preshift
