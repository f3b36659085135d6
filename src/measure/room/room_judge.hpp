#pragma once

#include "room_enrolment.hpp"
#include "room_pose.hpp"
#include "text.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include <memory>
#include <optional>
#include <span>

namespace preshift {

enum class RoomIdentity { same, other, unknown };
enum class DoorState { closed, open, unknown };

/// What one picture says of the enrolled room and its door.
struct RoomReading {
  /// 0 to 1: how well the picture shows the enrolled view. Features that agree on one pose of the camera, as
  /// a share of those that the part of the view in common should show, saturating: 0 for another room.
  double match = 0;

  /// `same` only with a pose. `other`: a picture rich in features of which none agree: another room, or the
  /// camera looks entirely elsewhere; one picture cannot tell which. `unknown`: too poor to say.
  RoomIdentity identity = RoomIdentity::unknown;

  /// Maps a point of the enrolled picture (in its pixels) to this one (in its own); only when `same`.
  std::optional<cv::Matx33d> to_frame;

  /// How far the camera moved since the enrolment: the mean displacement of the corners and the middle of the
  /// picture, in % of its width, and its expanded uncertainty; meaningful with `to_frame`. A turn by 1 degree
  /// is about 1.5 % with the usual webcam (60 to 70 degrees across).
  double movement_percent = 0;
  double movement_uncertainty = 0;

  /// % of the doorway's area inside the picture; meaningful with `to_frame`.
  double door_in_view_percent = 0;

  /// % of the doorway in view that is covered by people's boxes or masks, or agrees with neither state, such
  /// as behind a chair; meaningful with `to_frame`.
  double occlusion_percent = 0;

  /// Probability that the door is closed, by weights set on the rendered rooms (README, 'How the room is
  /// judged'); nothing where the door cannot be seen.
  std::optional<double> closed_probability;

  DoorState door = DoorState::unknown;
  std::optional<Message> reason;  ///< why `door` is unknown; has a remedy
};

/// What one picture shows before anybody is looked for in it: where the camera looks.
struct RoomView {
  RoomReading reading;           ///< all but what concerns the door
  std::optional<RoomPose> pose;  ///< only when the room is the same; in pixels of the grey copies
  SeenPicture picture;
  cv::Size size;          ///< of the picture
  cv::Size copy;          ///< of its grey copy
  double copy_scale = 1;  ///< from the picture to its grey copy
};

/// From these on a door counts as closed or open, else unknown: an error costs more than an unknown.
inline constexpr double k_closed_from = 0.8;
inline constexpr double k_open_below = 0.1;

/// Judges pictures against one enrolled room. Pure, one thread, no clock: the same picture gives the same
/// reading.
class RoomJudge {
 public:
  explicit RoomJudge(RoomEnrolment room);
  ~RoomJudge();
  RoomJudge(RoomJudge&&) noexcept;
  RoomJudge& operator=(RoomJudge&&) noexcept;

  /// `bgr`: CV_8UC3, at least 160x120, of any size (another resolution of the same view is a homography too).
  [[nodiscard]] RoomView locate(const cv::Mat& bgr) const;

  /// The masks of the enrolment where they lie in this picture: CV_8UC1 of its size, 255 where nothing may
  /// look, and that is everywhere where there are masks but nobody knows where; empty where there are none.
  [[nodiscard]] cv::Mat never_looked_at(const RoomView& view) const;

  /// `people`: boxes of people found in the picture, in its pixels.
  [[nodiscard]] RoomReading judge(const RoomView& view, std::span<const cv::Rect2f> people) const;

  /// Both at once.
  [[nodiscard]] RoomReading read(const cv::Mat& bgr, std::span<const cv::Rect2f> people) const {
    return judge(locate(bgr), people);
  }

  [[nodiscard]] const RoomEnrolment& room() const;

 private:
  struct Prepared;
  void tell_movement(RoomView& view) const;
  [[nodiscard]] cv::Mat covered_by(const RoomView& view, std::span<const cv::Rect2f> people) const;
  std::unique_ptr<Prepared> m_prepared;
};

}  // namespace preshift
