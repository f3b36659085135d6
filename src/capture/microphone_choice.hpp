#pragma once

#include "event.hpp"
#include "problem.hpp"

#include <span>
#include <string>

namespace preshift {

/// The microphone that `wanted` names among `listed`: the default one when it is empty (the first when none
/// is marked), else by index, by exact name (of several, the default one or the first), or by the only name
/// that contains it, upper or lower case (ASCII) being the same.
[[nodiscard]] Result<DeviceListed> choose_microphone(std::span<const DeviceListed> listed,
                                                     const std::string& wanted);

}  // namespace preshift
