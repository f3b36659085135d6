#pragma once

#include "measurement.hpp"
#include "rule.hpp"

#include <optional>

namespace preshift {

/// Measurements with which the condition of the one rule passes and that of the other does not, by the
/// evaluator itself; each measure is what it can be (measure_facts.hpp). Tried are values at, between and
/// beyond the limits of both, with and without uncertainty: all of them together up to 20,000, else as many
/// at random, the same ones each time. nullopt when none of these does; not for questions.
[[nodiscard]] std::optional<Measurements> find_witness(const Rule& passes, const Rule& does_not);

}  // namespace preshift
