#include "scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace preshift {

Expected<ScratchFolder, std::string> ScratchFolder::make() {
  std::error_code error;
  const auto place = std::filesystem::temp_directory_path(error);
  if (error) return Failure{error.message()};
  std::string pattern = (place / "preshift-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    return Failure{std::error_code(errno, std::generic_category()).message()};
  return ScratchFolder(pattern);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, std::filesystem::path())) {}

}  // namespace preshift
