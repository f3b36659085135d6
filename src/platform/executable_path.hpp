#pragma once

#include <filesystem>

namespace preshift {

/// Folder of the running program, links resolved. Its companions (preshift-sense, the video module) stand
/// there or, installed, in ../lib/preshift beside it. Empty when the system does not tell.
[[nodiscard]] std::filesystem::path executable_directory();

}  // namespace preshift
