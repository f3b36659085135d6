#pragma once

#include "condition.hpp"
#include "vocabulary.hpp"
#include "yaml_fields.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace preshift {

/// Every key of a condition in a list.
inline constexpr std::array<std::string_view, 9> k_condition_keys{
    "measure", "at_most", "at_least", "between", "equals", "one_of", "any", "all", "none"};

/// The keys that say what a rule asks for, of which it has one, and those that limit a measure.
inline constexpr std::array<std::string_view, 5> k_condition_heads{"measure", "any", "all", "none", "manual"};
inline constexpr std::array<std::string_view, 5> k_criterion_keys{"at_most", "at_least", "between", "equals",
                                                                  "one_of"};

/// The condition of this rule: among its keys either `measure` with at most one limit, or one of `any`, `all`
/// and `none` with a list of conditions, or `manual`. After a problem, noted in `fields`, it is of no use.
[[nodiscard]] Condition read_condition(const YamlNode& rule, const Vocabulary& vocabulary,
                                       YamlFields& fields);

/// What this rule's one limit asks of the measure, a name of the catalogue; NoLimit where it has none.
/// After a problem it is of no use.
[[nodiscard]] Criterion read_criterion(const YamlNode& rule, std::string_view measure,
                                       const Vocabulary& vocabulary, YamlFields& fields);

/// Notes that nothing is asked of this measure.
void refuse_missing_limit(const YamlNode& rule, std::string_view measure, YamlFields& fields);

}  // namespace preshift
