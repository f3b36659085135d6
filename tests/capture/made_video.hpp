#pragma once

#include <cstddef>
#include <string>

namespace preshift::testing {

/// A Motion JPEG AVI whose frame i is a uniform 160x120 picture of brightness i (modulo 256).
[[nodiscard]] std::string avi_video(std::size_t frames, int frames_per_second, int width = 160,
                                    int height = 120);

}  // namespace preshift::testing
