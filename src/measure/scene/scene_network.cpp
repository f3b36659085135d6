#include "scene_network.hpp"

#include "file_bytes.hpp"
#include "network_input.hpp"
#include "quiet_opencv.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <exception>

namespace preshift {
namespace {

constexpr std::size_t k_largest_model = 64 * 1024 * 1024;  // bytes
constexpr int k_pixels_per_cell = 4;

cv::Mat map_of(cv::Mat& answer, int index) {
  return {answer.size[2], answer.size[3], CV_32FC1, answer.ptr<float>(0, index)};
}

cv::Mat fitted(const cv::Mat& bgr, cv::Size size) {
  cv::Mat result;
  cv::resize(bgr, result, size, 0, 0,
             bgr.total() > static_cast<std::size_t>(size.area()) ? cv::INTER_AREA : cv::INTER_LINEAR);
  return result;
}

cv::dnn::Net read(const std::string& onnx) {
  cv::dnn::Net net = cv::dnn::readNetFromONNX(onnx.data(), onnx.size());
  net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
  net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
  return net;
}

std::vector<cv::String> names_of(const std::vector<NetworkOutput>& outputs) {
  std::vector<cv::String> names;
  for (const NetworkOutput& output : outputs) names.push_back(output.name);
  return names;
}

}  // namespace

bool SceneNetwork::has_expected_shape() {
  const cv::Size size = network_input_size({640, 480}, m_pixels);
  const auto names = names_of(m_outputs);
  const auto there = m_net.getUnconnectedOutLayersNames();
  if (!std::is_permutation(there.begin(), there.end(), names.begin(), names.end())) return false;
  return std::all_of(m_outputs.begin(), m_outputs.end(), [&](const NetworkOutput& output) {
    std::vector<cv::dnn::MatShape> in, out;
    m_net.getLayerShapes({1, 3, size.height, size.width}, m_net.getLayerId(output.name), in, out);
    return !out.empty() && out.front() == cv::dnn::MatShape{1, output.maps, size.height / k_pixels_per_cell,
                                                            size.width / k_pixels_per_cell};
  });
}

Result<SceneNetwork> SceneNetwork::load(const std::filesystem::path& onnx_file,
                                        std::vector<NetworkOutput> outputs, int pixels, Text missing,
                                        Text damaged) {
  const auto bytes = read_file(onnx_file, k_largest_model);
  if (!bytes && bytes.error() == FileError::missing) return unusable_input(missing, onnx_file.string());
  if (!bytes) return unusable_input(damaged, onnx_file.string());
  const QuietOpenCv quiet;
  try {
    SceneNetwork network(read(*bytes), std::move(outputs), pixels);
    if (!network.m_net.empty() && network.has_expected_shape()) return network;
  } catch (const std::exception&) {  // whatever OpenCV throws at a file that is no network
  }
  return unusable_input(damaged, onnx_file.string());
}

NetworkAnswer SceneNetwork::look_at(const cv::Mat& bgr) {
  NetworkAnswer answer{network_input_size(bgr.size(), m_pixels), {}};
  m_net.setInput(cv::dnn::blobFromImage(fitted(bgr, answer.input), 1.0, {}, {}, true));
  m_net.forward(m_answers, names_of(m_outputs));
  for (std::size_t i = 0; i < m_outputs.size(); ++i) {
    std::vector<cv::Mat>& maps = answer.maps.emplace_back();
    for (int map = 0; map < m_outputs[i].maps; ++map) maps.push_back(map_of(m_answers[i], map));
  }
  return answer;
}

}  // namespace preshift
