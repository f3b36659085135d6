#include "made_video.hpp"

#include "made_pictures.hpp"

#include <opencv2/core/mat.hpp>

namespace preshift::testing {
namespace {

std::string number(std::size_t value, int bytes = 4) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> 8 * i & 0xFF);
  return text;
}

std::string chunk(const std::string& id, const std::string& content) {
  return id + number(content.size()) + content + std::string(content.size() % 2, '\0');
}

std::string list(const std::string& kind, const std::string& content) {
  return chunk("LIST", kind + content);
}

}  // namespace

std::string avi_video(std::size_t frames, int frames_per_second, int width, int height) {
  const auto rate = static_cast<std::size_t>(frames_per_second);
  const std::string size = number(static_cast<std::size_t>(width)) + number(static_cast<std::size_t>(height));
  const std::string main_header = number(1'000'000 / rate) + number(0) + number(0) + number(0x10) +
                                  number(frames) + number(0) + number(1) + number(0) + size +
                                  std::string(16, '\0');
  const std::string stream_header = "vidsMJPG" + number(0) + number(0) + number(0) + number(1) +
                                    number(rate) + number(0) + number(frames) + number(0) +
                                    number(0xFFFFFFFF) + number(0) + std::string(8, '\0');
  const std::string bitmap =
      number(40) + size + number(1, 2) + number(24, 2) + "MJPG" + std::string(20, '\0');
  std::string pictures;
  std::string index;
  for (std::size_t i = 0; i < frames; ++i) {
    const std::string jpeg =
        jpeg_of(cv::Mat(height, width, CV_8UC3, cv::Scalar::all(static_cast<double>(i % 256))));
    index += "00dc" + number(0x10) + number(4 + pictures.size()) + number(jpeg.size());
    pictures += chunk("00dc", jpeg);
  }
  const std::string headers =
      chunk("avih", main_header) + list("strl", chunk("strh", stream_header) + chunk("strf", bitmap));
  return chunk("RIFF", "AVI " + list("hdrl", headers) + list("movi", pictures) + chunk("idx1", index));
}

}  // namespace preshift::testing
