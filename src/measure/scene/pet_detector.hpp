#pragma once

#include "problem.hpp"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>

namespace preshift {

/// Finds cats and dogs, which it does not tell apart.
class PetDetector {
 public:
  virtual ~PetDetector() = default;

  /// How many are in a picture. `bgr`: CV_8UC3 of any size.
  [[nodiscard]] virtual int count(const cv::Mat& bgr) = 0;
};

/// As load_person_detector.
[[nodiscard]] Result<std::unique_ptr<PetDetector>> load_pet_detector(const std::filesystem::path& onnx_file);

}  // namespace preshift
