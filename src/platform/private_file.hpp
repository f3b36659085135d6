#pragma once

#include <filesystem>

namespace preshift {

/// Whether nobody but this user (and the system's administrator) can read or write the file.
[[nodiscard]] bool is_private(const std::filesystem::path& file);

}  // namespace preshift
