#include "companion_module.hpp"

#include "executable_path.hpp"

#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace preshift {

std::filesystem::path companion_module_file(std::string_view name) {
#ifdef _WIN32
  const std::string file = std::string(name) + ".dll";
#else
  const std::string file = std::string(name) + ".so";
#endif
  const auto folder = executable_directory();
  const auto installed = folder.parent_path() / "libexec" / "preshift" / file;
  std::error_code error;
  return std::filesystem::exists(installed, error) ? installed : folder / file;
}

Expected<const Module*, std::string> kept_module(const std::filesystem::path& file) {
  auto loaded = Module::load(file);
  if (!loaded) return Failure{loaded.error()};
  static auto& s_kept = *new std::vector<std::unique_ptr<Module>>;
  return s_kept.emplace_back(std::make_unique<Module>(std::move(loaded).value())).get();
}

Expected<const Module*, std::string> kept_companion_module(std::string_view name) {
  return kept_module(companion_module_file(name));
}

}  // namespace preshift
