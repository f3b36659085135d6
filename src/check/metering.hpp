#pragma once

#include "calibration_use.hpp"
#include "meter_report.hpp"
#include "sensing.hpp"

namespace preshift {

/// Measures one sound as a sound level meter. `request` is a meter's. With a problem the report still stands,
/// as far as it came.
[[nodiscard]] MeterReport run_meter(const SensingRequest& request, const KnownScales& scales,
                                    const EventListener& listener);

}  // namespace preshift
