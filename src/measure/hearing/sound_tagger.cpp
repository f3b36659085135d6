#include "sound_tagger.hpp"

#include "file_bytes.hpp"
#include "hex.hpp"
#include "quiet_opencv.hpp"
#include "sensing_texts.hpp"
#include "sha256.hpp"

#include <opencv2/dnn/dnn.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_largest_network =
    256 * 1024 * 1024;  // bytes: larger taggers than ours may be plugged in
constexpr float k_most_log_odds = 16;

class OpenCvTagger final : public SoundTagger {
 public:
  OpenCvTagger(const cv::dnn::Net& net, TaggerDescription description)
      : m_net(net),
        m_description(std::move(description)),
        m_input(std::vector<int>{1, 1, static_cast<int>(m_description.front_end.bands),
                                 static_cast<int>(m_description.front_end.window_frames)},
                CV_32F),
        m_log_odds(m_description.labels.size()) {}

  [[nodiscard]] const TaggerDescription& description() const override { return m_description; }

  [[nodiscard]] std::span<const float> log_odds(std::span<const float> input) override {
    std::copy(input.begin(), input.end(), m_input.ptr<float>());
    m_net.setInput(m_input);
    const cv::Mat scores = m_net.forward();
    if (scores.total() != m_log_odds.size() || scores.type() != CV_32F)
      throw std::length_error("the network has another number of outputs than labels");
    const float* score = scores.ptr<float>();
    for (float& odds : m_log_odds) {
      if (!(*score >= 0 && *score <= 1)) return {};
      odds = std::clamp(std::log(*score / (1 - *score)), -k_most_log_odds, k_most_log_odds);
      ++score;
    }
    return m_log_odds;
  }

 private:
  cv::dnn::Net m_net;
  TaggerDescription m_description;
  cv::Mat m_input;
  std::vector<float> m_log_odds;
};

/// Null when it is no network, or not one of this shape.
std::unique_ptr<SoundTagger> tagger_of(const std::string& onnx, TaggerDescription description) {
  const QuietOpenCv quiet;
  try {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(onnx.data(), onnx.size());
    if (net.empty()) return nullptr;
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    const std::vector<float> silence(description.front_end.input_size());
    auto tagger = std::make_unique<OpenCvTagger>(net, std::move(description));
    if (tagger->log_odds(silence).empty()) return nullptr;  // what else is wrong throws here
    return tagger;
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

Result<std::unique_ptr<SoundTagger>> load_sound_tagger(const SoundTaggerFiles& files) {
  const auto bytes = read_file(files.network, k_largest_network);
  if (!bytes && bytes.error() == FileError::missing)
    return unusable_input(sensing_text("hearing.no_model"), files.network.string());
  if (!bytes) return unusable_input(sensing_text("hearing.model_damaged"), files.network.string());
  auto description = read_tagger_labels(files.labels);
  if (!description) return Failure{description.error()};
  const std::string digest = to_hex(sha256(*bytes));
  if (digest != description->network_sha256 || (!files.sha256.empty() && digest != files.sha256))
    return unusable_input(sensing_text("hearing.other_digest"), files.network.string(), digest);
  auto tagger = tagger_of(*bytes, std::move(*description));
  if (!tagger) return unusable_input(sensing_text("hearing.model_damaged"), files.network.string());
  return tagger;
}

}  // namespace preshift
