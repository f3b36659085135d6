#pragma once

#include "problem.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace preshift {

/// A person in a picture. Not who: only where, and how sure.
struct PersonBox {
  cv::Rect2f box;   ///< in pixels of the picture
  float score = 0;  ///< of the network, 0 to 1
};

/// Finds persons, not faces: from behind, seated, in dim light. One thread, no network, no files after
/// loading.
class PersonDetector {
 public:
  virtual ~PersonDetector() = default;

  /// `bgr`: CV_8UC3 of any size. Boxes with overlaps removed, best first, only those at or above the
  /// threshold.
  [[nodiscard]] virtual std::vector<PersonBox> detect(const cv::Mat& bgr) = 0;
};

/// The detector from its prepared ONNX file (`./dev models`). Fails when the file is missing, damaged or of
/// another shape, with the reason, and never lets an exception of OpenCV out.
[[nodiscard]] Result<std::unique_ptr<PersonDetector>> load_person_detector(
    const std::filesystem::path& onnx_file);

}  // namespace preshift
