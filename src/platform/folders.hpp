#pragma once

#include <filesystem>

namespace preshift {

/// Makes what is missing of it, each for the user alone. 0, or the system's error number.
[[nodiscard]] int make_private_folders(const std::filesystem::path& folder);

/// So that a new name in it survives a power failure. Not every file system can do this for folders.
void write_folder_through(const std::filesystem::path& folder);

}  // namespace preshift
