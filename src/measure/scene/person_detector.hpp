#pragma once

#include "problem.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace preshift {

/// From which score on a find is a person, and from which on it may be one. Chosen on photographs, webcam
/// videos and rendered rooms with known numbers of people (bench/people_table, models/README.md).
inline constexpr float k_person_score = 0.41F;
inline constexpr float k_possible_person_score = 0.37F;

/// A person in a picture. Not who: only where, and how sure.
struct PersonBox {
  cv::Rect2f box;   ///< in pixels of the picture
  float score = 0;  ///< 0 to 1

  [[nodiscard]] bool is_sure() const { return score >= k_person_score; }
};

/// Finds persons, not faces: from behind, seated, in dim light. One thread, no network, no files after
/// loading.
class PersonDetector {
 public:
  virtual ~PersonDetector() = default;

  /// `bgr`: CV_8UC3 of any size. Boxes with overlaps removed, best first, only those of
  /// k_possible_person_score and more.
  [[nodiscard]] virtual std::vector<PersonBox> detect(const cv::Mat& bgr) = 0;
};

/// The detector from its prepared ONNX file (`./dev models`). Fails when the file is missing, damaged or of
/// another shape, with the reason, and never lets an exception of OpenCV out.
[[nodiscard]] Result<std::unique_ptr<PersonDetector>> load_person_detector(
    const std::filesystem::path& onnx_file);

}  // namespace preshift
