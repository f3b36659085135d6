#pragma once

#include "check_report.hpp"
#include "json_parts.hpp"
#include "text.hpp"

#include <string>

namespace preshift {

/// The result for a program, as one JSON object (docs/check-json.md): `format`, `outcome`, `profile`,
/// `sources`, `confinement`, `measurements`, `requirements`, `results`, and `problem` when the check did not
/// come to its end. Sentences are in `language`; every name, word and unit is the same in all languages.
[[nodiscard]] std::string check_json(const CheckReport& report, Language language);

/// One of its `results`.
[[nodiscard]] Json json_of(const RuleEvaluation& evaluated, Language language);

}  // namespace preshift
