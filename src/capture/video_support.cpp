#include "video_support.hpp"

#include "capture_environment.hpp"
#include "executable_path.hpp"
#include "module.hpp"
#include "quiet_stderr.hpp"
#include "sensing_texts.hpp"

#include <system_error>
#include <utility>
#include <vector>

namespace preshift {
namespace {

std::filesystem::path module_file() {
#ifdef _WIN32
  constexpr const char* k_name = "preshift-video.dll";
#else
  constexpr const char* k_name = "preshift-video.so";
#endif
  const std::filesystem::path beside = executable_directory() / k_name;
  const std::filesystem::path installed = executable_directory() / ".." / "lib" / "preshift" / k_name;
  std::error_code error;
  return std::filesystem::exists(installed, error) && !std::filesystem::exists(beside, error) ? installed
                                                                                              : beside;
}

/// For ever: ffmpeg and GStreamer leave threads behind, so that a module is never unloaded.
const Module& keep(Module module) {
  static auto& s_kept = *new std::vector<Module>;
  s_kept.push_back(std::move(module));
  return s_kept.back();
}

}  // namespace

Result<const VideoModule*> load_video_module(const std::filesystem::path& file) {
  prepare_capture_environment();
  const QuietStderr quiet;
  auto loaded = Module::load(file);
  if (!loaded) return device_failure(sensing_text("camera.support_missing"), loaded.error());
  auto* entry = keep(std::move(loaded).value()).function<const VideoModule*()>(k_video_module_entry);
  const VideoModule* video = entry == nullptr ? nullptr : entry();
  if (video == nullptr || video->version != k_video_module_version)
    return device_failure(sensing_text("camera.support_missing"), file.string());
  return video;
}

Result<const VideoModule*> video_support() {
  static const Result<const VideoModule*> s_support = load_video_module(module_file());
  return s_support;
}

}  // namespace preshift
