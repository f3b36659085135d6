#pragma once

#include "result.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace preshift {

/// A file that only ever grows, held for this process alone: another one that opens it waits until this
/// object is gone (flock). Only the user can read it; it and its folder are made when there are none.
/// Failures are in the system's words.
class AppendFile {
 public:
  [[nodiscard]] static Expected<AppendFile, std::string> open(const std::filesystem::path& file);

  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&& other) noexcept;

  /// All that it holds; fails when that is more than `at_most` bytes.
  [[nodiscard]] Expected<std::string, std::string> read(std::size_t at_most) const;

  /// At the end, in one write, through to the disk. When this fails a part of the bytes may be there.
  [[nodiscard]] Expected<void, std::string> append(std::string_view bytes);

 private:
  explicit AppendFile(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor;
};

}  // namespace preshift
