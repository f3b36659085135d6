#pragma once

#include "measurement.hpp"
#include "yaml_fields.hpp"

namespace preshift {

/// What a case of a test says was measured, its key a measure: a value such as `38 dB(A)`, `38 ± 2 dB(A)`
/// (`+-` does as well; the expanded uncertainty, 0 when it is not said), `-60 dBFS` for a level that is not
/// calibrated, or a word; or a group: `value` or `at_most` (a truth that may lie anywhere below) with
/// `uncertainty` and `doubt` as needed, or one of `unknown`, `declined` and `failed` with the reason. Units
/// are converted to the measure's. After a problem, noted in `fields`, it is of no use.
[[nodiscard]] Measurement read_given_measurement(const YamlEntry& entry, YamlFields& fields);

}  // namespace preshift
