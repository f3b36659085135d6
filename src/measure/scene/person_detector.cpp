#include "person_detector.hpp"

#include "person_boxes.hpp"
#include "scene_network.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace preshift {
namespace {

constexpr int k_pixels = 65'536;
constexpr int k_parts = 17;
constexpr float k_least_centre_score = 0.1F;
constexpr float k_overlap = 0.5F;

class MultiPose final : public PersonDetector {
 public:
  explicit MultiPose(SceneNetwork network) : m_network(std::move(network)) {}

  std::vector<PersonBox> detect(const cv::Mat& bgr) override {
    const NetworkAnswer answer = m_network.look_at(bgr);
    const BoxMaps maps{answer.maps[0][0], answer.maps[1]};
    std::vector<PersonBox> boxes = boxes_at_peaks(maps, k_least_centre_score);
    for (PersonBox& box : boxes) box.score = score_with_parts(box, answer.maps[2]);
    best_first(boxes);
    std::vector<PersonBox> persons;
    for (const PersonBox& box : without_overlaps(boxes, k_overlap))
      if (box.score >= k_possible_person_score)
        persons.push_back({scaled_to(box.box, answer.input, bgr.size()), box.score});
    return persons;
  }

 private:
  SceneNetwork m_network;
};

}  // namespace

Result<std::unique_ptr<PersonDetector>> load_person_detector(const std::filesystem::path& onnx_file) {
  auto network =
      SceneNetwork::load(onnx_file, {{"person", 1}, {"extent", 4}, {"parts", k_parts}}, k_pixels,
                         sensing_text("scene.no_detector"), sensing_text("scene.detector_damaged"));
  if (!network) return Failure<Problem>{std::move(network).error()};
  return std::unique_ptr<PersonDetector>(std::make_unique<MultiPose>(std::move(*network)));
}

}  // namespace preshift
