#pragma once

#include "arguments.hpp"
#include "calibration_use.hpp"
#include "sensing_request.hpp"

namespace preshift {

/// The scales that hold for a command: what --full-scale and --self-noise state, else the stored
/// calibrations. --self-noise needs --full-scale. Only a live microphone has a stored one.
[[nodiscard]] Result<KnownScales> known_scales(const Arguments& arguments,
                                               const std::optional<SourceRequest>& sound);

}  // namespace preshift
