#pragma once

#include "arguments.hpp"
#include "calibrating.hpp"

#include <string>

namespace preshift {

/// The one option that says what `preshift calibrate` is to do: --list, --remove, or the way to calibrate.
/// Refuses none and several.
[[nodiscard]] Result<std::string> calibrating_order(const Arguments& arguments);

/// How to calibrate in this way (calibrating_order). Refuses options that do not go with it. `now` is left to
/// the caller.
[[nodiscard]] Result<CalibratingRequest> calibrating_request(const Arguments& arguments,
                                                             const std::string& way);

}  // namespace preshift
