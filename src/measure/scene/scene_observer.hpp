#pragma once

#include "measurement.hpp"
#include "person_detector.hpp"

#include <opencv2/core/mat.hpp>

#include <memory>

namespace preshift {

/// Measures a scene from pictures, one at a time; keeps numbers, and of the pictures only one small grey copy
/// of the last, to see whether the next differs. No files, no devices, no clock.
class SceneObserver {
 public:
  /// `detector` may be null: people.count is then unknown for the reason `detector_missing`.
  SceneObserver(std::unique_ptr<PersonDetector> detector, Message detector_missing);
  ~SceneObserver();
  SceneObserver(const SceneObserver&) = delete;
  SceneObserver& operator=(const SceneObserver&) = delete;

  /// `bgr`: 8-bit BGR (CV_8UC3), at least 160x120.
  void observe(const cv::Mat& bgr);

  /// Every measure of the camera (measures.hpp) but those of an enrolled room, over the pictures so far, each
  /// once. With no picture at all every one is unknown.
  [[nodiscard]] Measurements measurements() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
