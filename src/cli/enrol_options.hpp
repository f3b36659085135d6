#pragma once

#include "arguments.hpp"
#include "sensing_request.hpp"

namespace preshift {

/// What `preshift enrol` is asked to do: from a camera, or from --closed and --open together. `can_ask`:
/// somebody can answer at a terminal; a camera is enrolled with questions in any case.
[[nodiscard]] Result<SensingRequest> enrolment_request(const Arguments& arguments, bool can_ask);

}  // namespace preshift
