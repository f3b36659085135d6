#include "picture_decoding.hpp"
#include "picture_limits.hpp"
#include "picture_orientation.hpp"
#include "sensing_texts.hpp"

#include <turbojpeg.h>

#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace preshift {
namespace {

using Decompressor = std::unique_ptr<std::remove_pointer_t<tjhandle>, decltype(&tjDestroy)>;

struct Jpeg {
  const unsigned char* bytes;
  unsigned long size;
};

Failure<Problem> refusal(const Decompressor& decompressor, const std::string& name) {
  const std::string reason = tjGetErrorStr2(decompressor.get());
  if (reason.find("remature end") != std::string::npos)
    return unusable_input(sensing_text("picture_file.truncated"), name);
  return unusable_input(sensing_text("picture_file.damaged"), name, reason);
}

/// Some webcams leave a few bytes between segments; nothing of the picture is missing then.
bool is_harmless(const Decompressor& decompressor) {
  const std::string_view reason = tjGetErrorStr2(decompressor.get());
  return tjGetErrorCode(decompressor.get()) == TJERR_WARNING &&
         reason.find("extraneous bytes") != std::string_view::npos;
}

Result<cv::Mat> decode(const Decompressor& decompressor, const Jpeg& jpeg, const std::string& name) {
  int width = 0;
  int height = 0;
  int subsampling = 0;
  int colours = 0;
  if (tjDecompressHeader3(decompressor.get(), jpeg.bytes, jpeg.size, &width, &height, &subsampling,
                          &colours) != 0 &&
      !is_harmless(decompressor))
    return refusal(decompressor, name);
  if (auto size = check_picture_size(name, width, height); !size)
    return Failure<Problem>{std::move(size).error()};
  cv::Mat bgr(height, width, CV_8UC3);
  const int flags = TJFLAG_LIMITSCANS;  // a small file can ask for thousands of passes over the picture
  if (tjDecompress2(decompressor.get(), jpeg.bytes, jpeg.size, bgr.data, width, static_cast<int>(bgr.step[0]),
                    height, TJPF_BGR, flags) != 0 &&
      !is_harmless(decompressor))
    return refusal(decompressor, name);
  return bgr;
}

}  // namespace

Result<cv::Mat> decode_jpeg(const std::string& bytes, const std::string& name) {
  const Decompressor decompressor(tjInitDecompress(), &tjDestroy);
  if (decompressor == nullptr)
    return unusable_input(sensing_text("picture_file.damaged"), name, std::string(tjGetErrorStr2(nullptr)));
  const Jpeg jpeg{reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<unsigned long>(bytes.size())};
  auto bgr = decode(decompressor, jpeg, name);
  if (!bgr) return bgr;
  return turn_upright(*bgr, exif_orientation(exif_of_jpeg(bytes)));
}

}  // namespace preshift
