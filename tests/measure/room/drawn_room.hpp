#pragma once

#include "room_enrolment.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

#include <cstdint>

namespace preshift::testing {

/// A furnished wall with a door, wider than one picture shows; drawn, so that the truth about each picture is
/// known. Pictures are 640x480, CV_8UC3.
struct DrawnRoom {
  std::uint64_t furniture = 1;  ///< another number: another room
  bool is_open = false;         ///< the door
};

inline const cv::Size k_drawn_size{640, 480};

/// The doorway as the camera of the enrolment sees it.
[[nodiscard]] Outline drawn_door();

/// What a camera sees that moved: `movement` maps a pixel of the enrolment's view to this picture's. As long
/// as it moves by less than 70 % of the width, furniture comes into view, not blackness.
[[nodiscard]] cv::Mat picture_of(const DrawnRoom& room, const cv::Matx33d& movement = cv::Matx33d::eye());

/// Exposed less, with noise of this standard deviation in grey levels; the same seed gives the same noise.
[[nodiscard]] cv::Mat in_light(const cv::Mat& picture, double exposure, double noise, std::uint64_t seed);

[[nodiscard]] cv::Matx33d shifted_by(double x, double y);

/// The camera turned by these degrees to the right and down, and about its axis, 62 degrees across.
[[nodiscard]] cv::Matx33d turned_by(double right, double down, double roll);

/// Mean displacement of the corners and the middle of the picture, in % of its width.
[[nodiscard]] double true_movement(const cv::Matx33d& movement);

}  // namespace preshift::testing
