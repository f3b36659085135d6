#pragma once

#include "evaluation.hpp"
#include "event.hpp"
#include "used_calibration.hpp"

#include <optional>
#include <vector>

namespace preshift {

/// One check, whole: what was opened, what was measured, how it was judged.
struct CheckReport {
  std::vector<SourceOpened> sources;
  std::optional<Confined> confined;  ///< nullopt when it never came so far
  Measurements measurements;  ///< every measure of the catalogue once, in its order; what is missing says why
  Evaluation evaluation;
  std::optional<CalibrationUse> calibration;  ///< nullopt when there was no sound
  std::optional<SourceProblem> problem;       ///< why the check did not come to its end
};

}  // namespace preshift
