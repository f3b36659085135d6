#pragma once

#include "video_module.hpp"

#include <opencv2/core/mat.hpp>

#include <functional>
#include <utility>

namespace preshift::testing {

/// A camera or video made of functions. Writes the number of each frame, from 1, into its pixels.
class FakeGrabber final : public FrameGrabber {
 public:
  explicit FakeGrabber(std::function<bool()> grab) : m_grab(std::move(grab)) {}

  bool grab() override { return m_grab() && ++m_grabbed > 0; }
  bool retrieve(cv::Mat& bgr) override {
    bgr = cv::Mat(120, 160, CV_8UC3, cv::Scalar(m_grabbed % 256, m_grabbed / 256 % 256, 0));
    return m_grabbed > damaged_frames;
  }
  double position_ms() const override { return 100.0 * m_grabbed; }
  double frames_per_second() const override { return 10; }
  double frame_count() const override { return claimed_frames; }
  int width() const override { return claimed_width; }
  int height() const override { return 120; }
  const char* backend() const override { return "fake"; }

  int damaged_frames = 0;
  double claimed_frames = 0;
  int claimed_width = 160;

 private:
  std::function<bool()> m_grab;
  int m_grabbed = 0;
};

inline int frame_number(const cv::Mat& bgr) {
  const auto pixel = bgr.at<cv::Vec3b>(0, 0);
  return pixel[0] + 256 * pixel[1];
}

/// Grabs this many frames, then no more.
inline std::function<bool()> frames(int count) {
  return [count]() mutable { return count-- > 0; };
}

}  // namespace preshift::testing
