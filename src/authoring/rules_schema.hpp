#pragma once

#include "text.hpp"

#include <string>

namespace preshift {

/// A JSON Schema (draft 2020-12) of rules files, for editors: it takes every file that Preshift takes, as
/// YAML 1.2 reads it, and refuses of the others what a schema can express. Measures, their words and units
/// are those of the catalogue. Descriptions are in `language`.
[[nodiscard]] std::string rules_schema(Language language);

/// The same of files for `preshift rules test`.
[[nodiscard]] std::string rules_test_schema(Language language);

}  // namespace preshift
