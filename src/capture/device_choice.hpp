#pragma once

#include "event.hpp"
#include "problem.hpp"

#include <span>
#include <string>

namespace preshift {

/// What is said when a name fits no device, or several.
struct DeviceTexts {
  Text none;       ///< there is no device at all
  Text unknown;    ///< {0} the name, {1} those there are
  Text ambiguous;  ///< {0} the name, {1} two that fit
};

/// The device that `wanted` names among `listed`: the default one when it is empty (the first when none is
/// marked), else by index, by exact name (of several, the default one or the first), or by the only name that
/// contains it, upper or lower case (ASCII) being the same.
[[nodiscard]] Result<DeviceListed> choose_device(std::span<const DeviceListed> listed,
                                                 const std::string& wanted, const DeviceTexts& texts);

}  // namespace preshift
