#pragma once

#include <opencv2/core/types.hpp>

namespace preshift {

/// The size at which a picture enters a network that takes about `pixels`: sides that are multiples of 32,
/// together near that many, stretched as little as that allows (for 65536, 288 x 224 for a picture of
/// 640x480). The networks are fully convolutional, so they need not be fed squares with half of the time
/// spent on empty bars.
[[nodiscard]] cv::Size network_input_size(cv::Size picture, int pixels);

}  // namespace preshift
