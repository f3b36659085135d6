#pragma once

#include "person_detector.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace preshift {

/// What the network says of a picture, on a grid of one cell per 4 x 4 pixels of its input.
struct PersonMaps {
  cv::Mat score;  ///< CV_32FC1: of a person centred in the cell, 0 to 1
  cv::Mat
      extent[4];  ///< CV_32FC1: pixels from the cell's corner to the left, top, right, bottom edge of the box
};

/// The boxes in pixels of the network's input, best first: one for each cell that reaches `threshold` and is
/// not exceeded by any of its eight neighbours ("Objects as Points", Zhou et al. 2019, section 4). Cells
/// whose extent is not a box (not finite, or not positive in width and height) are left out.
[[nodiscard]] std::vector<PersonBox> boxes_at_peaks(const PersonMaps& maps, float threshold);

/// Without every box that overlaps a better one by more than `overlap` of their union. A box inside a larger
/// one stays: a child on a lap is a person too. `boxes`: best first.
[[nodiscard]] std::vector<PersonBox> without_overlaps(const std::vector<PersonBox>& boxes, float overlap);

}  // namespace preshift
