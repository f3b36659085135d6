#include "picture_orientation.hpp"

#include <opencv2/core.hpp>

#include <cstddef>
#include <cstdint>

namespace preshift {
namespace {

/// Numbers of a TIFF structure; 0 past its end.
class TiffBytes {
 public:
  TiffBytes(std::string_view bytes, bool big_endian) : m_bytes(bytes), m_big_endian(big_endian) {}

  [[nodiscard]] std::uint32_t number(std::size_t offset, std::size_t count) const {
    if (offset > m_bytes.size() || count > m_bytes.size() - offset) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = m_big_endian ? i : count - 1 - i;
      value = value << 8U | static_cast<unsigned char>(m_bytes[offset + at]);
    }
    return value;
  }

 private:
  std::string_view m_bytes;
  bool m_big_endian;
};

}  // namespace

int exif_orientation(std::string_view tiff) {
  constexpr std::uint32_t k_orientation = 0x0112;
  constexpr std::size_t k_entry_bytes = 12;
  if (!tiff.starts_with("II") && !tiff.starts_with("MM")) return 1;
  const TiffBytes bytes(tiff, tiff[0] == 'M');
  const std::size_t directory = bytes.number(4, 4);
  const std::uint32_t entries = bytes.number(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * k_entry_bytes;
    if (bytes.number(entry, 2) != k_orientation) continue;
    const std::uint32_t orientation = bytes.number(entry + 8, 2);
    return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
  }
  return 1;
}

std::string_view exif_of_jpeg(std::string_view jpeg) {
  constexpr std::string_view k_exif("Exif\0\0", 6);
  constexpr unsigned k_app1 = 0xE1;
  constexpr unsigned k_start_of_scan = 0xDA;
  const TiffBytes bytes(jpeg, true);  // JPEG's own numbers are big-endian too
  std::size_t offset = 2;
  while (bytes.number(offset, 1) == 0xFF) {
    const std::uint32_t marker = bytes.number(offset + 1, 1);
    const std::uint32_t length = bytes.number(offset + 2, 2);
    if (marker == k_start_of_scan || length < 2 || offset + 2 + length > jpeg.size()) return {};
    const std::string_view content = jpeg.substr(offset + 4, length - 2);
    if (marker == k_app1 && content.starts_with(k_exif)) return content.substr(k_exif.size());
    offset += 2 + length;
  }
  return {};
}

cv::Mat turn_upright(const cv::Mat& picture, int orientation) {
  constexpr int k_no_flip = 2;
  constexpr int k_flips[] = {k_no_flip, 1, -1, 0,
                             k_no_flip, 1, -1, 0};  // 0 upside down, 1 left to right, -1 both
  cv::Mat straight = picture;
  if (orientation >= 5) cv::transpose(picture, straight);
  const int flip = k_flips[orientation - 1];
  if (flip == k_no_flip) return straight;
  cv::Mat upright;
  cv::flip(straight, upright, flip);
  return upright;
}

}  // namespace preshift
