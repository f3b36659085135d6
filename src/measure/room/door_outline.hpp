#pragma once

#include "room_enrolment.hpp"

#include <opencv2/core/mat.hpp>

#include <optional>

namespace preshift {

struct ProposedDoor {
  Outline outline;
  double confidence = 0;  ///< 0 to 1
};

/// The doorway, from what differs in structure (not in light) between the closed and the open picture, which
/// are aligned; nothing where too little differs. `allowed`: CV_8UC1, 0 where nothing may be looked at.
[[nodiscard]] std::optional<ProposedDoor> propose_door(const cv::Mat& closed_grey, const cv::Mat& open_grey,
                                                       const cv::Mat& allowed);

}  // namespace preshift
