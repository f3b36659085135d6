#pragma once

#include "problem.hpp"

namespace preshift {

/// Exit statuses of `preshift check`; part of its interface. `preshift-sense` uses k_cleared for "measured"
/// and the last two.
namespace exit_status {
inline constexpr int k_cleared = 0;
inline constexpr int k_not_cleared = 1;
inline constexpr int k_undecided = 2;
inline constexpr int k_could_not_run = 3;
inline constexpr int k_device_failed = 4;
}  // namespace exit_status

[[nodiscard]] constexpr int exit_status_of(ProblemKind kind) {
  return kind == ProblemKind::unusable_input ? exit_status::k_could_not_run : exit_status::k_device_failed;
}

}  // namespace preshift
