#pragma once

#include "text.hpp"
#include "used_calibration.hpp"

#include <string>

namespace preshift {

/// Which calibration the levels rest on, with date, method, uncertainty (k = 2) and expiry; or why there is
/// none, and what to do.
[[nodiscard]] std::string calibration_line(const CalibrationUse& calibration, Language language);

}  // namespace preshift
