#pragma once

#include "applicability.hpp"
#include "vocabulary.hpp"
#include "yaml_fields.hpp"

#include <optional>

namespace preshift {

/// What `applies_when` says: facts with their values, all of which must hold, and `any`, `all` and `none`
/// over lists of such groups. nullopt for the word `always`, or after a problem, noted in `fields`.
[[nodiscard]] std::optional<Applicability> read_applicability(const YamlNode& value,
                                                              const Vocabulary& vocabulary,
                                                              YamlFields& fields);

/// Adds what `facts:` declares to the vocabulary.
void read_facts(const YamlNode& value, Vocabulary& vocabulary, YamlFields& fields);

}  // namespace preshift
