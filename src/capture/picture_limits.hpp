#pragma once

#include "problem.hpp"

#include <cstdint>
#include <string>

namespace preshift {

inline constexpr std::int64_t k_most_pixels = 24'000'000;
inline constexpr std::int64_t k_narrowest_picture = 160;
inline constexpr std::int64_t k_lowest_picture = 120;

/// Refuses sizes in pixels that a picture file, a video or a camera may not have. `name`: whose picture it
/// is. Upright pictures may be as narrow as others are low.
[[nodiscard]] Result<void> check_picture_size(const std::string& name, std::int64_t width,
                                              std::int64_t height);

}  // namespace preshift
