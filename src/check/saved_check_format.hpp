#pragma once

#include <string_view>

namespace preshift {

/// The first member of a file of measurements. Another number is another format.
inline constexpr std::string_view k_saved_check_format = "preshift-measurements/1";

}  // namespace preshift
