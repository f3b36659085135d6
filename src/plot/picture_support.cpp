#include "picture_support.hpp"

#include "companion_module.hpp"
#include "picture_module.hpp"
#include "plot_texts.hpp"
#include "quiet_stderr.hpp"

#include <string>

namespace preshift {
namespace {

Result<const PictureModule*> load(const std::filesystem::path& file) {
  const auto loaded = kept_module(file);
  if (!loaded) return unusable_input(plot_text("plot_file.no_renderer"), loaded.error());
  auto* entry = (*loaded)->function<const PictureModule*()>(k_picture_module_entry);
  const PictureModule* picture = entry == nullptr ? nullptr : entry();
  if (picture == nullptr || picture->version != k_picture_module_version)
    return unusable_input(plot_text("plot_file.no_renderer"), file.string());
  return picture;
}

const Result<const PictureModule*>& picture_module() {
  static const Result<const PictureModule*> s_module = load(companion_module_file("preshift-picture"));
  return s_module;
}

Result<void> require_font(const Result<const PictureModule*>& module) {
  if (!module) return Failure{module.error()};
  if (!(*module)->has_font()) return unusable_input(plot_text("plot_file.no_font"));
  return {};
}

}  // namespace

Result<void> prepare_png() {
  const QuietStderr quiet;  // fontconfig's and glib's complaints
  return require_font(picture_module());
}

Result<void> prepare_png(const std::filesystem::path& module_file) {
  const QuietStderr quiet;
  return require_font(load(module_file));
}

Result<std::string> png_of_svg(std::string_view svg) {
  constexpr double k_scale = 2;
  const QuietStderr quiet;
  const auto& module = picture_module();
  if (!module) return Failure{module.error()};
  std::string bytes;
  const auto take = [](void* context, const char* piece, std::size_t size) {
    static_cast<std::string*>(context)->append(piece, size);
  };
  switch ((*module)->render_png(svg.data(), svg.size(), k_scale, take, &bytes)) {
    case PictureOutcome::rendered:
      return bytes;
    case PictureOutcome::no_font:
      return unusable_input(plot_text("plot_file.no_font"));
    case PictureOutcome::not_rendered:
      break;
  }
  return unusable_input(plot_text("plot_file.not_rendered"), bytes);
}

}  // namespace preshift
