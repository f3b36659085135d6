#pragma once

#include "calibration.hpp"
#include "problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// The store's format, also that of `preshift calibrate --list --format json`: an object with `format`
/// ("preshift-calibrations/1") and `calibrations`, each with exactly the members that the writer gives it.
[[nodiscard]] std::string calibrations_to_json(const std::vector<Calibration>& calibrations);

/// `file` is only for what the problem says.
[[nodiscard]] Result<std::vector<Calibration>> calibrations_from_json(std::string_view json,
                                                                      const std::string& file);

}  // namespace preshift
