#pragma once

#include <filesystem>

namespace preshift {

/// Where `./dev models` puts prepared models: $PRESHIFT_MODELS_DIR, else preshift/models in the user's cache
/// folder. Empty when the user has no home.
[[nodiscard]] std::filesystem::path models_folder();

}  // namespace preshift
