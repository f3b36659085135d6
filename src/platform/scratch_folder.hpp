#pragma once

#include "result.hpp"

#include <filesystem>
#include <string>

namespace preshift {

/// A fresh folder for files that no other user can read; gone with this object.
class ScratchFolder {
 public:
  /// The reason, in the system's words, when there is no place for one.
  [[nodiscard]] static Expected<ScratchFolder, std::string> make();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&& other) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : m_path(std::move(path)) {}

  std::filesystem::path m_path;
};

}  // namespace preshift
