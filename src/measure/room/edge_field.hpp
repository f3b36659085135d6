#pragma once

#include "room_enrolment.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace preshift {

/// Where edges run in a picture, with the light taken out: gradients at a scale of 1 pixel, relative to those
/// around them (25 x 25 pixels) and to the picture's noise. One bit for each of eight unsigned directions of
/// the gradient (bit 0: along x, bit 4: along y), as in LINE-MOD (Hinterstoisser et al. 2012).
struct EdgeField {
  cv::Mat thin;    ///< CV_8UC1: the directions of edges at this pixel
  cv::Mat spread;  ///< CV_8UC1: of edges at this pixel or one of its eight neighbours
};

[[nodiscard]] EdgeField find_edge_field(const cv::Mat& grey);

/// How clear an edge is that is worth keeping: relative to the least that EdgeField shows.
inline constexpr float k_clear_edge = 1.3F;

/// Points along the thin edges of a picture that are at least so clear, at least `spacing` pixels apart, the
/// clearest first, at most `most`, where `allowed` (CV_8UC1) is not 0.
[[nodiscard]] std::vector<EdgePoint> find_edge_points(const cv::Mat& grey, const cv::Mat& allowed,
                                                      float spacing, std::size_t most,
                                                      float clear = k_clear_edge);

/// The bits of an edge's direction and of the next on the nearer side.
[[nodiscard]] std::uint8_t bits_of(std::uint8_t direction);

/// Whether an edge of about this direction runs within a pixel of the place; not outside the picture.
[[nodiscard]] inline bool is_edge(const EdgeField& field, const cv::Point2f& at, std::uint8_t bits) {
  const int x = static_cast<int>(at.x + 0.5F);
  const int y = static_cast<int>(at.y + 0.5F);
  return at.x >= 0 && at.y >= 0 && x < field.spread.cols && y < field.spread.rows &&
         (field.spread.at<std::uint8_t>(y, x) & bits) != 0;
}

}  // namespace preshift
