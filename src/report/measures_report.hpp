#pragma once

#include "measures.hpp"
#include "text_writer.hpp"

#include <string>
#include <vector>

namespace preshift {

/// The catalogue, or a part of it, for a person: of each measure its name, what it is, how it is measured,
/// what it can be and what it needs.
[[nodiscard]] std::string measures_text(const std::vector<const Measure*>& shown, const TextStyle& style);

/// The same for a program: `preshift-measures/1`.
[[nodiscard]] std::string measures_json(const std::vector<const Measure*>& shown, Language language);

/// What a measure needs, in words: "microphone, calibration (for a limit)".
[[nodiscard]] std::string written_needs(const Measure& measure, Language language);

}  // namespace preshift
