#pragma once

#include "person_detector.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace preshift {

/// What a network says of a picture, on a grid of one cell per 4 x 4 pixels of its input.
struct BoxMaps {
  cv::Mat score;                ///< CV_32FC1: of something centred in the cell, 0 to 1
  std::vector<cv::Mat> extent;  ///< CV_32FC1, four: pixels from the cell's corner to the left, top, right,
                                ///< bottom edge of the box
};

/// The boxes in pixels of the network's input, best first: one for each cell that reaches `threshold` and is
/// not exceeded by any of its eight neighbours ("Objects as Points", Zhou et al. 2019, section 4). Cells
/// whose extent is not a box (not finite, or not positive in width and height) are left out.
[[nodiscard]] std::vector<PersonBox> boxes_at_peaks(const BoxMaps& maps, float threshold);

/// Without every box that overlaps a better one by more than `overlap` of their union. A box inside a larger
/// one stays: a child on a lap is a person too. `boxes`: best first.
[[nodiscard]] std::vector<PersonBox> without_overlaps(const std::vector<PersonBox>& boxes, float overlap);

/// The geometric mean of the box's score and that of a body in it: the mean of the eight of its parts that
/// are found best anywhere in the box. A coat stand has a centre, but no knees. `parts`: on the same grid.
[[nodiscard]] float score_with_parts(const PersonBox& box, const std::vector<cv::Mat>& parts);

void best_first(std::vector<PersonBox>& boxes);

/// A box of a picture of size `from` in one of size `to`, cut off at its edges.
[[nodiscard]] cv::Rect2f scaled_to(const cv::Rect2f& box, cv::Size from, cv::Size to);

}  // namespace preshift
