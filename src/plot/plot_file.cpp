#include "plot_file.hpp"

#include "picture_support.hpp"
#include "plot_texts.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>

namespace preshift {
namespace {

Failure<Problem> not_written(const std::filesystem::path& path, const std::error_code& error) {
  return unusable_input(plot_text("plot_file.not_written"), path.string(), error.message());
}

std::error_code last_error() {
  return {errno, std::generic_category()};
}

std::string lower_case_ending(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

/// The file that becomes this one once it is whole, beside it because a rename does not cross file systems.
std::filesystem::path unfinished(const std::filesystem::path& path) {
  return path.string() + ".unfinished";
}

std::error_code write_all(const std::filesystem::path& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.string().c_str(), "wb");
  if (file == nullptr) return last_error();
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const std::error_code failed = written ? std::error_code{} : last_error();
  const bool closed = std::fclose(file) == 0;
  return written && !closed ? last_error() : failed;
}

void remove_quietly(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

}  // namespace

Result<PlotFile> PlotFile::prepare(const std::filesystem::path& path) {
  const std::string ending = lower_case_ending(path);
  if (ending != ".svg" && ending != ".png")
    return unusable_input(plot_text("plot_file.format"), path.string());
  if (std::error_code error; std::filesystem::is_directory(path, error))
    return not_written(path, std::make_error_code(std::errc::is_a_directory));
  const auto trial = unfinished(path);
  const std::error_code error = write_all(trial, "");
  if (error) return not_written(path, error);
  remove_quietly(trial);
  const Format format = ending == ".png" ? Format::png : Format::svg;
  if (format == Format::png)
    if (const auto ready = prepare_png(); !ready) return Failure{ready.error()};
  return PlotFile(path, format);
}

Result<void> PlotFile::write(std::string_view svg) const {
  std::string png;
  if (m_format == Format::png) {
    auto rendered = png_of_svg(svg);
    if (!rendered) return Failure{rendered.error()};
    png = std::move(rendered).value();
  }
  const auto part = unfinished(m_path);
  std::error_code error = write_all(part, m_format == Format::png ? std::string_view(png) : svg);
  if (!error) std::filesystem::rename(part, m_path, error);
  if (!error) return {};
  remove_quietly(part);
  return not_written(m_path, error);
}

}  // namespace preshift
