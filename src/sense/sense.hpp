#pragma once

#include "sensing_request.hpp"

#include <cstdio>
#include <functional>

namespace preshift {

/// Opens what was asked for, gives up its rights, measures, and writes events to `output`: this is
/// preshift-sense without its command line. Both sensors are measured at the same time; the first problem
/// ends it. The process ends with an exit status (exit_status.hpp) and without destructors, since a driver's
/// clean-up may hang. `once_confined` runs right after the rights are given up: the seam where a test tries
/// to break out.
[[noreturn]] void run_check(const SensingRequest& request, std::FILE* output,
                            const std::function<void()>& once_confined = {});

/// Lists microphones and cameras as events.
[[nodiscard]] int run_devices(std::FILE* output);

}  // namespace preshift
