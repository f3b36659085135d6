#pragma once

#include <opencv2/core/types.hpp>

namespace preshift {

/// The size at which a picture enters the person detector: sides that are multiples of 32, together near the
/// number of pixels that one core can take (384 x 288 for a picture of 640x480), stretched as little as that
/// allows. The network is fully convolutional, so it need not be fed squares with half of the time spent on
/// empty bars.
[[nodiscard]] cv::Size network_input_size(cv::Size picture);

}  // namespace preshift
