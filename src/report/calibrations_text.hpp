#pragma once

#include "calibration.hpp"
#include "text_writer.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace preshift {

/// What was just made, in full: full scale and uncertainty (k = 2), method, self-noise, volume and expiry.
[[nodiscard]] std::string calibration_text_report(const Calibration& calibration, const TextStyle& style);

/// All stored ones, numbered from 1 in their order, the expired ones marked; or that there are none.
[[nodiscard]] std::string calibrations_text_list(const std::vector<Calibration>& calibrations,
                                                 std::chrono::sys_seconds now, const TextStyle& style);

}  // namespace preshift
