#pragma once

#include "problem.hpp"

#include <opencv2/dnn/dnn.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace preshift {

/// One output of a network: its name, and how many maps it has, each of one cell per 4 x 4 pixels.
struct NetworkOutput {
  std::string name;
  int maps;
};

/// What a network says of a picture.
struct NetworkAnswer {
  cv::Size input;                          ///< the size at which it saw the picture
  std::vector<std::vector<cv::Mat>> maps;  ///< CV_32FC1, for each output in the order asked for
};

/// A fully convolutional network that looks at pictures of any shape, shrunk or enlarged to about as many
/// pixels as it was told.
class SceneNetwork {
 public:
  /// From its prepared ONNX file (`./dev models`). Fails when the file is missing, damaged or of another
  /// shape: `missing` and `damaged` are the texts, the file's name their argument. Never lets an exception
  /// of OpenCV out.
  [[nodiscard]] static Result<SceneNetwork> load(const std::filesystem::path& onnx_file,
                                                 std::vector<NetworkOutput> outputs, int pixels, Text missing,
                                                 Text damaged);

  /// `bgr`: CV_8UC3 of any size. The maps stay valid until the next call.
  [[nodiscard]] NetworkAnswer look_at(const cv::Mat& bgr);

 private:
  SceneNetwork(const cv::dnn::Net& net, std::vector<NetworkOutput> outputs, int pixels)
      : m_net(net), m_outputs(std::move(outputs)), m_pixels(pixels) {}

  [[nodiscard]] bool has_expected_shape();

  cv::dnn::Net m_net;
  std::vector<NetworkOutput> m_outputs;
  int m_pixels;
  std::vector<cv::Mat> m_answers;
};

}  // namespace preshift
