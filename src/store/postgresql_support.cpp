#include "postgresql_support.hpp"

#include "executable_path.hpp"
#include "module.hpp"
#include "postgresql_module.hpp"
#include "store_texts.hpp"

#include <system_error>
#include <utility>
#include <vector>

namespace preshift {
namespace {

std::filesystem::path default_module_file() {
#ifdef _WIN32
  constexpr const char* k_name = "preshift-postgresql.dll";
#else
  constexpr const char* k_name = "preshift-postgresql.so";
#endif
  const auto folder = executable_directory();
  const auto installed = folder.parent_path() / "libexec" / "preshift" / k_name;
  std::error_code error;
  return std::filesystem::exists(installed, error) ? installed : folder / k_name;
}

/// For ever: Problems name texts that are the module's.
const Module& keep(Module module) {
  static auto& s_kept = *new std::vector<Module>;
  s_kept.push_back(std::move(module));
  return s_kept.back();
}

}  // namespace

Result<std::unique_ptr<SqlDatabase>> open_on_server(const std::string& address,
                                                    std::chrono::milliseconds longest_wait) {
  return open_on_server(address, longest_wait, default_module_file());
}

Result<std::unique_ptr<SqlDatabase>> open_on_server(const std::string& address,
                                                    std::chrono::milliseconds longest_wait,
                                                    const std::filesystem::path& module_file) {
  const ServerAddress server = read_server_address(address);
  auto loaded = Module::load(module_file);
  if (!loaded) return unusable_input(store_text("store.no_driver"), server.place, loaded.error());
  auto* entry =
      keep(std::move(loaded).value()).function<const PostgresqlModule*()>(k_postgresql_module_entry);
  const PostgresqlModule* module = entry == nullptr ? nullptr : entry();
  if (module == nullptr || module->version != k_postgresql_module_version)
    return unusable_input(store_text("store.no_driver"), server.place, module_file.string());
  return module->open(server, longest_wait);
}

}  // namespace preshift
