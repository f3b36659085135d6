#pragma once

#include "condition.hpp"
#include "text.hpp"

#include <vector>

namespace preshift {

/// What in a rule's condition makes no sense: a limit that no value can miss or reach, conditions in a list
/// that no value can satisfy together, that one of each value satisfies, or that change nothing beside
/// another. The messages' first argument is left empty for the place.
[[nodiscard]] std::vector<Message> senseless_parts(const Condition& condition);

}  // namespace preshift
