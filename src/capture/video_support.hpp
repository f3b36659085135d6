#pragma once

#include "problem.hpp"
#include "video_module.hpp"

#include <filesystem>

namespace preshift {

/// The video module, loaded at the first call and kept until the process ends. Fails with
/// camera.support_missing.
[[nodiscard]] Result<const VideoModule*> video_support();

/// The module in this very file.
[[nodiscard]] Result<const VideoModule*> load_video_module(const std::filesystem::path& file);

}  // namespace preshift
