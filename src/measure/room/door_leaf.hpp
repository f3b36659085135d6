#pragma once

#include "room_enrolment.hpp"

#include <opencv2/core/matx.hpp>

#include <array>
#include <optional>
#include <vector>

namespace preshift {

/// The outline's four corners, from the upper left one clockwise in the picture; more than four are reduced
/// to those that span the largest area. Nothing where they do not form a convex quadrilateral.
[[nodiscard]] std::optional<std::array<cv::Point2f, 4>> corners_of_door(const Outline& outline);

enum class Hinge { left, right };
enum class Swing { towards, away };  ///< from the camera

/// Where the picture of the closed leaf moves when the door opens.
struct LeafMotion {
  double degrees = 0;
  cv::Matx33d homography;  ///< from the closed leaf to the open one, both in pixels of the enrolled picture
};

/// A door that reaches further on the side of its hinges, to so many times its width.
[[nodiscard]] std::array<cv::Point2f, 4> widened(const std::array<cv::Point2f, 4>& corners, Hinge hinge,
                                                 double width);

/// The leaf turned by these angles about one of its sides: the door's plane is found from its outline,
/// taken for a rectangle seen by a camera of 62 degrees across (f = 0.83 of the width), whose middle is the
/// picture's. An error of the angle of view changes the displacements by about as much as it changes f.
[[nodiscard]] std::vector<LeafMotion> leaf_motions(const std::array<cv::Point2f, 4>& corners,
                                                   cv::Size picture, Hinge hinge, Swing swing,
                                                   const std::vector<double>& degrees);

}  // namespace preshift
