#include "picture_decoding.hpp"
#include "picture_format.hpp"
#include "picture_limits.hpp"
#include "sensing_texts.hpp"
#include "video_support.hpp"

#include <string_view>
#include <utility>

namespace preshift {

Result<cv::Mat> decode_rare_picture(const std::string& bytes, const std::string& name) {
  if (const auto size = rare_picture_size(std::string_view(bytes).substr(0, k_format_bytes))) {
    if (auto fits = check_picture_size(name, size->width, size->height); !fits)
      return Failure<Problem>{std::move(fits).error()};
  }
  auto video = video_support();
  if (!video) return Failure<Problem>{std::move(video).error()};
  cv::Mat bgr;
  if (!(*video)->decode_picture(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), bgr))
    return unusable_input(sensing_text("picture_file.unreadable"), name);
  if (auto fits = check_picture_size(name, bgr.cols, bgr.rows); !fits)
    return Failure<Problem>{std::move(fits).error()};
  return bgr;
}

}  // namespace preshift
