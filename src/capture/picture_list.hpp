#pragma once

#include "problem.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace preshift {

/// What a place turned out to be.
struct PictureList {
  std::vector<std::filesystem::path> files;  ///< at least one, as people count by name
  bool single = false;                       ///< the place is one file, perhaps a video
};

/// One file; the pictures of a folder (by extension, hidden ones left out, no folders within); or the files
/// that fit a pattern in the last part of the place (see name_pattern.hpp). A file whose name looks like a
/// pattern is that file.
[[nodiscard]] Result<PictureList> list_pictures(const std::string& place);

}  // namespace preshift
