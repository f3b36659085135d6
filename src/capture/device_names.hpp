#pragma once

#include "event.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace preshift {

/// The number that all of `text` spells, if it spells one that fits.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);

/// The devices a user may mean: the one with this index, else those with exactly this name, else those whose
/// name contains it, upper or lower case (ASCII) being the same.
[[nodiscard]] std::vector<DeviceListed> devices_named(std::span<const DeviceListed> listed,
                                                      std::string_view wanted);

}  // namespace preshift
