#pragma once

#include "problem.hpp"

#include <filesystem>
#include <string_view>

namespace preshift {

/// A file for a picture, whose kind its name's ending tells: .svg or .png, in capitals too.
class PlotFile {
 public:
  /// To be called before measuring, so that nobody measures for ten minutes only to learn that the picture
  /// cannot be written. A file that is there stays as it is. Fails with plot_file.*: the name has another
  /// ending, nothing may be written there, or PNG pictures cannot be made here.
  [[nodiscard]] static Result<PlotFile> prepare(const std::filesystem::path& path);

  /// Replaces the file as a whole: when this fails the old one is still there.
  [[nodiscard]] Result<void> write(std::string_view svg) const;

 private:
  enum class Format { svg, png };
  PlotFile(std::filesystem::path path, Format format) : m_path(std::move(path)), m_format(format) {}

  std::filesystem::path m_path;
  Format m_format;
};

}  // namespace preshift
