#pragma once

#include "result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace preshift {

enum class FileError { missing, not_a_file, unreadable, too_large };

/// The whole file. Never reads more than `at_most` bytes, nor from anything but a regular file, so that a
/// directory, a device or a pipe in a file's place cannot hang or fill the program.
[[nodiscard]] Expected<std::string, FileError> read_file(const std::filesystem::path& path,
                                                         std::size_t at_most);

}  // namespace preshift
