#pragma once

#include "measurement.hpp"
#include "picture_quality.hpp"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace preshift {

/// How good the pictures of a window are, and whether the camera is live. Keeps numbers, and of the pictures
/// one small grey copy of the last and 64 bits of each.
class PictureSeries {
 public:
  /// `copy`: see small_grey_copy. Returns what makes this picture unfit. To be followed by add_back_light.
  PictureFault add(const cv::Mat& copy);

  /// The back light of the picture that was added last (back_light_percent).
  void add_back_light(double percent) { m_back_light.push_back(percent); }

  [[nodiscard]] std::size_t pictures() const { return m_brightness.size(); }

  /// The small grey copy of the picture before the last; empty for the first.
  [[nodiscard]] const cv::Mat& copy_before() const { return m_copy_before; }

  /// Why nothing can be said of what was in view, if so: too few pictures that can be used (the commonest
  /// fault), a camera that repeats one picture, or a recording that comes round again.
  [[nodiscard]] std::optional<Message> unusable() const;

  /// picture.* and camera.* but camera.route. At least one picture.
  [[nodiscard]] Measurements measurements() const;

 private:
  void compare_with_earlier(const cv::Mat& copy);
  [[nodiscard]] std::size_t count_of(PictureFault fault) const;
  [[nodiscard]] bool is_frozen() const;
  [[nodiscard]] bool is_looped() const;
  [[nodiscard]] std::optional<Message> frozen_unknown() const;

  std::vector<double> m_brightness;
  std::vector<double> m_contrast;
  std::vector<double> m_sharpness;
  std::vector<double> m_back_light;
  std::map<PictureFault, std::size_t> m_faults;
  std::size_t m_compared = 0;  ///< pictures that could be compared with the one before
  std::size_t m_repeated = 0;
  std::size_t m_returned = 0;
  std::vector<std::uint64_t> m_seen;  ///< digests of the pictures, without immediate repetitions
  cv::Mat m_copy_before;
  cv::Mat m_last_copy;
};

}  // namespace preshift
