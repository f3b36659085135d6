#pragma once

#include <cmath>

namespace preshift {

/// 10 lg of a ratio of energies; -inf for 0.
[[nodiscard]] inline double level_of_energy(double energy) {
  return 10 * std::log10(energy);
}

}  // namespace preshift
