#pragma once

#include "picture_source.hpp"
#include "video_module.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace preshift {

/// A video as a source of pictures; opens it and takes its first frame. See open_pictures.
[[nodiscard]] Result<std::unique_ptr<PictureSource>> open_video_file(
    const std::filesystem::path& file, std::optional<std::chrono::milliseconds> window);

/// The same from what reads the video.
[[nodiscard]] Result<std::unique_ptr<PictureSource>> start_video(
    const std::filesystem::path& file, std::unique_ptr<FrameGrabber> grabber,
    std::optional<std::chrono::milliseconds> window);

}  // namespace preshift
