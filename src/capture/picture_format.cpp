#include "picture_format.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace preshift {
namespace {

using namespace std::string_view_literals;

std::uint32_t little_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[offset + i]);
  return value;
}

bool is_webp(std::string_view bytes) {
  return bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

/// Windows bitmaps say their height below zero when they are stored from the top.
PictureSize bmp_size(std::string_view bytes) {
  constexpr std::uint32_t k_os2_header = 12;
  if (little_endian(bytes, 14, 4) == k_os2_header)
    return {little_endian(bytes, 18, 2), little_endian(bytes, 20, 2)};
  const auto height = static_cast<std::int32_t>(little_endian(bytes, 22, 4));
  return {static_cast<std::int32_t>(little_endian(bytes, 18, 4)),
          std::abs(static_cast<std::int64_t>(height))};
}

/// RFC 9649: extended, lossless and lossy files each keep their size elsewhere.
std::optional<PictureSize> webp_size(std::string_view bytes) {
  const std::string_view kind = bytes.substr(12, 4);
  constexpr std::uint32_t k_fourteen_bits = 0x3FFF;
  if (kind == "VP8X") return PictureSize{little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
  if (kind == "VP8 ")
    return PictureSize{little_endian(bytes, 26, 2) & k_fourteen_bits,
                       little_endian(bytes, 28, 2) & k_fourteen_bits};
  if (kind != "VP8L") return std::nullopt;
  const std::uint32_t packed = little_endian(bytes, 21, 4);
  return PictureSize{(packed & k_fourteen_bits) + 1, (packed >> 14U & k_fourteen_bits) + 1};
}

}  // namespace

PictureFormat picture_format(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xD8\xFF")) return PictureFormat::jpeg;
  if (beginning.starts_with("\x89PNG\r\n\x1A\n")) return PictureFormat::png;
  const bool bmp = beginning.starts_with("BM") && beginning.size() >= k_format_bytes;
  const bool webp = beginning.size() >= k_format_bytes && is_webp(beginning);
  const bool tiff = beginning.starts_with("II*\0"sv) || beginning.starts_with("MM\0*"sv);
  return bmp || webp || tiff ? PictureFormat::rare : PictureFormat::other;
}

std::optional<PictureSize> rare_picture_size(std::string_view beginning) {
  if (beginning.size() < k_format_bytes) return std::nullopt;
  if (beginning.starts_with("BM")) return bmp_size(beginning);
  return is_webp(beginning) ? webp_size(beginning) : std::nullopt;
}

bool has_picture_extension(const std::filesystem::path& file) {
  static constexpr std::array k_extensions{".jpg"sv, ".jpeg"sv, ".jpe"sv, ".jfif"sv, ".png"sv,
                                           ".bmp"sv, ".webp"sv, ".tif"sv, ".tiff"sv};
  std::string extension = file.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::find(k_extensions.begin(), k_extensions.end(), extension) != k_extensions.end();
}

}  // namespace preshift
