#include "voice_network.hpp"

#include "file_bytes.hpp"
#include "quiet_opencv.hpp"
#include "sensing_texts.hpp"

#include <opencv2/dnn/dnn.hpp>

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_largest_model = 16 * 1024 * 1024;  // bytes
constexpr int k_memory = 128;
constexpr int k_mirror = 64;  ///< samples behind the window, which its last frame reaches over
constexpr int k_input = k_voice_context + k_voice_window + k_mirror;

const std::vector<cv::String> k_inputs{"sound", "hidden", "cell"};
const std::vector<cv::String> k_outputs{"speech", "next_hidden", "next_cell"};

std::vector<cv::dnn::MatShape> input_shapes() {
  return {{1, 1, 1, k_input}, {1, k_memory}, {1, k_memory}};
}

class SileroVad final : public VoiceNetwork {
 public:
  explicit SileroVad(const cv::dnn::Net& net) : m_net(net) {}

  float speech_probability(Input context_and_window, VoiceMemory& memory) override {
    float* mirror = std::copy(context_and_window.begin(), context_and_window.end(), m_sound.ptr<float>());
    std::reverse_copy(context_and_window.end() - 1 - k_mirror, context_and_window.end() - 1, mirror);
    m_net.setInput(m_sound, k_inputs[0]);
    m_net.setInput(cv::Mat(1, k_memory, CV_32F, memory.hidden.data()), k_inputs[1]);
    m_net.setInput(cv::Mat(1, k_memory, CV_32F, memory.cell.data()), k_inputs[2]);
    m_net.forward(m_results, k_outputs);
    std::copy_n(m_results[1].ptr<float>(), k_memory, memory.hidden.begin());
    std::copy_n(m_results[2].ptr<float>(), k_memory, memory.cell.begin());
    return std::clamp(*m_results[0].ptr<float>(), 0.0F, 1.0F);
  }

 private:
  cv::dnn::Net m_net;
  cv::Mat m_sound{std::vector<int>{1, 1, 1, k_input}, CV_32F};
  std::vector<cv::Mat> m_results;
};

/// Whether the network has the outputs of models/voice_detector.py.
bool has_expected_shape(cv::dnn::Net& net) {
  const auto names = net.getUnconnectedOutLayersNames();
  if (!std::is_permutation(names.begin(), names.end(), k_outputs.begin(), k_outputs.end())) return false;
  const auto width = [&](const cv::String& output) {
    std::vector<cv::dnn::MatShape> in, out;
    net.getLayerShapes(input_shapes(), net.getLayerId(output), in, out);
    return out.size() == 1 && out[0].size() == 2 && out[0][0] == 1 ? out[0][1] : 0;
  };
  return width(k_outputs[0]) == 1 && width(k_outputs[1]) == k_memory && width(k_outputs[2]) == k_memory;
}

std::optional<cv::dnn::Net> read_network(const std::string& onnx) {
  const QuietOpenCv quiet;
  try {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(onnx.data(), onnx.size());
    if (net.empty() || !has_expected_shape(net)) return std::nullopt;
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    VoiceMemory memory;
    const std::array<float, k_voice_context + k_voice_window> silence{};
    static_cast<void>(SileroVad(net).speech_probability(silence, memory));  // what else is wrong throws here
    return net;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

Result<std::unique_ptr<VoiceNetwork>> load_voice_network(const std::filesystem::path& onnx_file) {
  const auto bytes = read_file(onnx_file, k_largest_model);
  if (!bytes && bytes.error() == FileError::missing)
    return unusable_input(sensing_text("voice.no_detector"), onnx_file.string());
  if (!bytes) return unusable_input(sensing_text("voice.detector_damaged"), onnx_file.string());
  const auto net = read_network(*bytes);
  if (!net) return unusable_input(sensing_text("voice.detector_damaged"), onnx_file.string());
  return std::unique_ptr<VoiceNetwork>(std::make_unique<SileroVad>(*net));
}

}  // namespace preshift
