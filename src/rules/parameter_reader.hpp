#pragma once

#include "parameter.hpp"
#include "result.hpp"
#include "vocabulary.hpp"
#include "yaml_fields.hpp"

#include <string_view>

namespace preshift {

/// The parameter that this mapping declares: `description`, `default`, and either `unit` and `range` or
/// `one_of`. After a problem, noted in `fields`, its value is of no use.
[[nodiscard]] Parameter read_parameter(const YamlEntry& declared, YamlFields& fields);

/// Gives the parameter this value, as written; refuses one that it cannot have. The message's first argument
/// is left empty for the place.
[[nodiscard]] Expected<void, Message> set_parameter(Parameter& parameter, std::string_view text);

}  // namespace preshift
