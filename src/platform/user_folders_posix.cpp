#include "terminal.hpp"
#include "user_folders.hpp"

namespace preshift {

std::filesystem::path models_folder() {
  if (const auto folder = environment("PRESHIFT_MODELS_DIR")) return *folder;
  if (const auto cache = environment("XDG_CACHE_HOME"))
    return std::filesystem::path(*cache) / "preshift" / "models";
  if (const auto home = environment("HOME"))
    return std::filesystem::path(*home) / ".cache" / "preshift" / "models";
  return {};
}

std::filesystem::path configuration_folder() {
  if (const auto folder = environment("PRESHIFT_CONFIG_DIR")) return *folder;
  if (const auto config = environment("XDG_CONFIG_HOME")) return std::filesystem::path(*config) / "preshift";
  if (const auto home = environment("HOME")) return std::filesystem::path(*home) / ".config" / "preshift";
  return {};
}

std::filesystem::path state_folder() {
  if (const auto folder = environment("PRESHIFT_STATE_DIR")) return *folder;
  if (const auto state = environment("XDG_STATE_HOME")) return std::filesystem::path(*state) / "preshift";
  if (const auto home = environment("HOME"))
    return std::filesystem::path(*home) / ".local" / "state" / "preshift";
  return {};
}

}  // namespace preshift
