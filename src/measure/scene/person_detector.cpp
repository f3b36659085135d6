#include "person_detector.hpp"

#include "file_bytes.hpp"
#include "network_input.hpp"
#include "person_boxes.hpp"
#include "sensing_texts.hpp"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <exception>
#include <iterator>
#include <optional>
#include <string>

namespace preshift {
namespace {

constexpr std::size_t k_largest_model = 64 * 1024 * 1024;  // bytes

// Chosen on photos, webcam videos and rendered rooms with known numbers of people (bench/people_table).
constexpr float k_score_threshold = 0.3F;
constexpr float k_overlap = 0.5F;

const std::vector<cv::String> k_outputs{"person", "extent"};

/// OpenCV writes what it makes of a damaged file to the screen, where it is nobody's business.
class QuietOpenCv {
 public:
  QuietOpenCv() : m_level(cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT)) {}
  ~QuietOpenCv() { cv::utils::logging::setLogLevel(m_level); }
  QuietOpenCv(const QuietOpenCv&) = delete;
  QuietOpenCv& operator=(const QuietOpenCv&) = delete;

 private:
  cv::utils::logging::LogLevel m_level;
};

cv::Mat channel(const cv::Mat& output, int index) {
  return {output.size[2], output.size[3], CV_32FC1, const_cast<float*>(output.ptr<float>(0, index))};
}

class CenterNet final : public PersonDetector {
 public:
  explicit CenterNet(const cv::dnn::Net& net) : m_net(net) {}

  std::vector<PersonBox> detect(const cv::Mat& bgr) override {
    const cv::Size size = network_input_size(bgr.size());
    const auto shrunk = fitted(bgr, size);
    m_net.setInput(cv::dnn::blobFromImage(shrunk, 1.0, {}, {}, true));
    std::vector<cv::Mat> outputs;
    m_net.forward(outputs, k_outputs);
    const PersonMaps maps{
        channel(outputs[0], 0),
        {channel(outputs[1], 0), channel(outputs[1], 1), channel(outputs[1], 2), channel(outputs[1], 3)}};
    auto boxes = without_overlaps(boxes_at_peaks(maps, k_score_threshold), k_overlap);
    for (PersonBox& box : boxes) box.box = to_picture(box.box, size, bgr.size());
    return boxes;
  }

 private:
  static cv::Mat fitted(const cv::Mat& bgr, cv::Size size) {
    cv::Mat result;
    cv::resize(bgr, result, size, 0, 0,
               bgr.total() > static_cast<std::size_t>(size.area()) ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
  }

  static cv::Rect2f to_picture(const cv::Rect2f& box, cv::Size from, cv::Size to) {
    const float x = static_cast<float>(to.width) / static_cast<float>(from.width);
    const float y = static_cast<float>(to.height) / static_cast<float>(from.height);
    const cv::Rect2f scaled(box.x * x, box.y * y, box.width * x, box.height * y);
    return scaled & cv::Rect2f(0, 0, static_cast<float>(to.width), static_cast<float>(to.height));
  }

  cv::dnn::Net m_net;
};

/// Whether the network has the outputs of models/person_detector.py for an input of any size.
bool has_expected_shape(cv::dnn::Net& net) {
  const cv::Size size = network_input_size({640, 480});
  const auto shape_of = [&](const cv::String& output) {
    std::vector<cv::dnn::MatShape> in, out;
    net.getLayerShapes({1, 3, size.height, size.width}, net.getLayerId(output), in, out);
    return out.empty() ? cv::dnn::MatShape{} : out.front();
  };
  const auto names = net.getUnconnectedOutLayersNames();
  const bool all_there = std::is_permutation(names.begin(), names.end(), k_outputs.begin(), k_outputs.end());
  return all_there && shape_of("person") == cv::dnn::MatShape{1, 1, size.height / 4, size.width / 4} &&
         shape_of("extent") == cv::dnn::MatShape{1, 4, size.height / 4, size.width / 4};
}

std::optional<cv::dnn::Net> read_network(const std::string& onnx) {
  const QuietOpenCv quiet;
  try {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(onnx.data(), onnx.size());
    if (net.empty() || !has_expected_shape(net)) return std::nullopt;
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    return net;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

Result<std::unique_ptr<PersonDetector>> load_person_detector(const std::filesystem::path& onnx_file) {
  const auto bytes = read_file(onnx_file, k_largest_model);
  if (!bytes && bytes.error() == FileError::missing)
    return unusable_input(sensing_text("scene.no_detector"), onnx_file.string());
  if (!bytes) return unusable_input(sensing_text("scene.detector_damaged"), onnx_file.string());
  const auto net = read_network(*bytes);
  if (!net) return unusable_input(sensing_text("scene.detector_damaged"), onnx_file.string());
  return std::unique_ptr<PersonDetector>(std::make_unique<CenterNet>(*net));
}

}  // namespace preshift
