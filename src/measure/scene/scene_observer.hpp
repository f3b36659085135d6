#pragma once

#include "camera_route.hpp"
#include "measurement.hpp"
#include "person_detector.hpp"
#include "pet_detector.hpp"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <vector>

namespace preshift {

/// What finds persons and pets, or why nothing does.
struct SceneSupport {
  std::unique_ptr<PersonDetector> persons;
  Message persons_missing;
  std::unique_ptr<PetDetector> pets;
  Message pets_missing;
};

/// Measures a scene from pictures, one at a time; keeps numbers, and of the pictures only one small grey copy
/// of the last, to see what changes until the next. No files, no devices, no clock.
class SceneObserver {
 public:
  explicit SceneObserver(SceneSupport support);
  ~SceneObserver();
  SceneObserver(const SceneObserver&) = delete;
  SceneObserver& operator=(const SceneObserver&) = delete;

  /// What the pictures come from. Where a program makes them every measure is in doubt.
  void came_through(const CameraRoute& route);

  /// `bgr`: 8-bit BGR (CV_8UC3), at least 160x120. `seconds`: since the first picture, ascending.
  /// `never_looked_at`: CV_8UC1 of the picture's size, or empty; pixels that are not 0 there are painted over
  /// before anything looks at the picture.
  void observe(const cv::Mat& bgr, double seconds, const cv::Mat& never_looked_at = {});

  /// A picture that must not be looked at, since nobody knows where its masks lie. Where these are more than
  /// a tenth, what needs the people is unknown.
  void pass_over();

  /// The persons in the last picture, best first, in its pixels.
  [[nodiscard]] const std::vector<PersonBox>& people_in_view() const;

  /// Every measure of the camera (measures.hpp) but those of an enrolled room, over the pictures so far, each
  /// once. With no picture at all every one is unknown.
  [[nodiscard]] Measurements measurements() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
