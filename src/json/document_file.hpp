#pragma once

#include "json_document.hpp"
#include "problem.hpp"

#include <filesystem>

namespace preshift {

/// The document in a file of strangers, read by read_strict_json. Of a file that is too large only the size
/// is looked at.
[[nodiscard]] Result<Json> read_document_file(const std::filesystem::path& file);

}  // namespace preshift
