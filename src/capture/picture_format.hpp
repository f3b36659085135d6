#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace preshift {

/// What a file is by its first bytes; its name may lie.
enum class PictureFormat {
  jpeg,
  png,
  rare,   ///< BMP, WebP or TIFF: the video module decodes them
  other,  ///< a video, perhaps
};

inline constexpr std::size_t k_format_bytes =
    32;  ///< of a file's beginning, that the functions below look at

[[nodiscard]] PictureFormat picture_format(std::string_view beginning);

struct PictureSize {
  std::int64_t width = 0;
  std::int64_t height = 0;
};

/// Size in pixels from the header of a BMP or WebP, when it says; nothing for any other.
[[nodiscard]] std::optional<PictureSize> rare_picture_size(std::string_view beginning);

/// Whether the file's extension is one of a picture; lower or upper case.
[[nodiscard]] bool has_picture_extension(const std::filesystem::path& file);

}  // namespace preshift
