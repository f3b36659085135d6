#pragma once

#include "arguments.hpp"
#include "calibration_use.hpp"

namespace preshift {

/// The scales that hold for a command: what --full-scale and --self-noise state, else the stored
/// calibrations. --self-noise needs --full-scale.
[[nodiscard]] Result<KnownScales> known_scales(const Arguments& arguments);

}  // namespace preshift
