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

}  // namespace preshift
