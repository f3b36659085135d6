#pragma once

#include "event.hpp"

#include <string_view>

namespace preshift {

/// The words of the pipe's format.
[[nodiscard]] std::string_view name_of(Sensor sensor);
[[nodiscard]] std::string_view name_of(ProblemKind kind);
[[nodiscard]] std::string_view name_of(AbsenceKind kind);
[[nodiscard]] std::string_view name_of(RouteKind kind);
[[nodiscard]] std::string_view name_of(Phase phase);
[[nodiscard]] std::string_view name_of(EnrolmentStep step);

}  // namespace preshift
