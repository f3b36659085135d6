#pragma once

#include <filesystem>

namespace preshift {

/// Where `./dev models` puts prepared models: $PRESHIFT_MODELS_DIR, else preshift/models in the user's cache
/// folder. Empty when the user has no home.
[[nodiscard]] std::filesystem::path models_folder();

/// Where the user's settings are: $PRESHIFT_CONFIG_DIR, else preshift in $XDG_CONFIG_HOME, else
/// ~/.config/preshift. Empty when the user has no home.
[[nodiscard]] std::filesystem::path configuration_folder();

/// Where what happened is kept, the journal of shifts for one: $PRESHIFT_STATE_DIR, else preshift in
/// $XDG_STATE_HOME, else ~/.local/state/preshift. Empty when the user has no home.
[[nodiscard]] std::filesystem::path state_folder();

}  // namespace preshift
