#pragma once

#include "condition.hpp"
#include "yaml_fields.hpp"

#include <array>
#include <string_view>

namespace preshift {

/// Every key of a condition, be it a rule's or one in a list.
inline constexpr std::array<std::string_view, 9> k_condition_keys{
    "measure", "at_most", "at_least", "between", "equals", "one_of", "any", "all", "none"};

/// The condition of this rule: among its keys either `measure` with one limit, or one of `any`, `all` and
/// `none` with a list of conditions. After a problem, noted in `fields`, it is of no use.
[[nodiscard]] Condition read_condition(const YamlNode& rule, YamlFields& fields);

}  // namespace preshift
