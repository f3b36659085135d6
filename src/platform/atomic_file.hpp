#pragma once

#include "result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace preshift {

/// Puts these bytes in the file's place, whole or not at all, even when the power fails in between: a
/// temporary file beside it, written through to the disk, then renamed. Only the user can read it; its
/// folder is made, for the user alone, when there is none. The reason, in the system's words, when it fails;
/// the file is then what it was.
[[nodiscard]] Expected<void, std::string> replace_file(const std::filesystem::path& file,
                                                       std::string_view bytes);

}  // namespace preshift
