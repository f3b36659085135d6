#include "executable_path.hpp"

#include <system_error>

#ifdef __APPLE__
#include <mach-o/dyld.h>

#include <array>
#include <climits>
#include <cstdint>
#endif

namespace preshift {

std::filesystem::path executable_directory() {
  std::error_code error;
#ifdef __APPLE__
  std::array<char, PATH_MAX> buffer{};
  auto size = static_cast<std::uint32_t>(buffer.size());
  if (_NSGetExecutablePath(buffer.data(), &size) != 0) return {};
  const auto program = std::filesystem::canonical(buffer.data(), error);
#else
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
#endif
  return error ? std::filesystem::path{} : program.parent_path();
}

}  // namespace preshift
