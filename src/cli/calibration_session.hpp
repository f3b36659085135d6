#pragma once

#include "calibrating.hpp"

namespace preshift {

/// Calibrates, shows how it goes on standard error, and stores what came of it in the user's calibrations.
[[nodiscard]] Result<Calibration> make_calibration(const CalibratingRequest& request, Language language);

}  // namespace preshift
