#include "picture_decoding.hpp"
#include "picture_limits.hpp"
#include "picture_orientation.hpp"
#include "sensing_texts.hpp"

#include <png.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_signature_bytes = 8;
constexpr std::size_t k_chunk_frame = 12;  ///< length, name and checksum around the content

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(0, 4)) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

struct PngOutline {
  bool ends = false;  ///< the end chunk is there
  std::string_view exif{};
};

/// The chunks of a PNG, without their contents.
PngOutline outline(std::string_view png) {
  PngOutline found;
  png.remove_prefix(std::min(png.size(), k_signature_bytes));
  while (png.size() >= k_chunk_frame) {
    const std::size_t length = big_endian(png);
    const std::string_view name = png.substr(4, 4);
    if (length > png.size() - k_chunk_frame) break;
    if (name == "eXIf") found.exif = png.substr(8, length);
    if (name == "IEND") found.ends = true;
    png.remove_prefix(length + k_chunk_frame);
  }
  return found;
}

/// libpng's reader state, freed whichever way it ends.
struct Reader {
  png_image image{};
  Reader() { image.version = PNG_IMAGE_VERSION; }
  ~Reader() { png_image_free(&image); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
};

}  // namespace

Result<cv::Mat> decode_png(const std::string& bytes, const std::string& name) {
  const PngOutline chunks = outline(bytes);
  Reader reader;
  png_image& image = reader.image;
  const bool begun = png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0;
  if (begun) {
    if (auto size = check_picture_size(name, image.width, image.height); !size)
      return Failure<Problem>{std::move(size).error()};
  }
  if (!chunks.ends) return unusable_input(sensing_text("picture_file.truncated"), name);
  if (!begun) return unusable_input(sensing_text("picture_file.damaged"), name, std::string(image.message));
  image.format = PNG_FORMAT_BGR;
  cv::Mat bgr(static_cast<int>(image.height), static_cast<int>(image.width), CV_8UC3);
  const png_color black{};
  if (png_image_finish_read(&image, &black, bgr.data, static_cast<png_int_32>(bgr.step[0]), nullptr) == 0)
    return unusable_input(sensing_text("picture_file.damaged"), name, std::string(image.message));
  return turn_upright(bgr, exif_orientation(chunks.exif));
}

}  // namespace preshift
