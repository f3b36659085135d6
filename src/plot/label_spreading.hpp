#pragma once

#include <span>
#include <vector>

namespace preshift {

/// Places for labels that would lie upon each other: as near as possible to those wanted (least squares), in
/// the same order, at least `distance` apart, between `low` and `high`. Where that is too narrow for all, the
/// distance shrinks. `wanted` is sorted, upwards; finite.
[[nodiscard]] std::vector<double> spread_apart(std::span<const double> wanted, double distance, double low,
                                               double high);

}  // namespace preshift
