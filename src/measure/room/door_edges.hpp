#pragma once

#include "room_enrolment.hpp"

#include <opencv2/core/mat.hpp>

#include <array>
#include <vector>

namespace preshift {

/// Where edges run in a picture, by direction, with the light taken out: gradients at a scale of 1 pixel,
/// relative to those around them (25 x 25 pixels) and to the picture's noise.
struct EdgeField {
  static constexpr int k_directions = 8;

  /// CV_32FC1, 0 to about 3, for gradients within 22.5 degrees of each of eight unsigned directions.
  std::array<cv::Mat, k_directions> strength;
  cv::Mat magnitude;  ///< CV_32FC1: of any direction
  cv::Mat direction;  ///< CV_8UC1: 0 to 255 for 0 to 180 degrees
};

[[nodiscard]] EdgeField find_edge_field(const cv::Mat& grey);

/// Points along the thin edges of a field, at least `spacing` pixels apart, the clearest first, at most
/// `most`, where `allowed` (CV_8UC1) is not 0.
[[nodiscard]] std::vector<DoorEdge> find_edges(const EdgeField& field, const cv::Mat& allowed, float spacing,
                                               std::size_t most);

/// How clear the edge is in this field at its place moved by `shift`, within a pixel: 0 to 1.
[[nodiscard]] float strength_at(const EdgeField& field, const DoorEdge& edge, cv::Point2f shift);

}  // namespace preshift
