#include "camera_address.hpp"

#include "device_names.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

namespace preshift {
namespace {

namespace fs = std::filesystem;

std::string first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

/// udev writes what its own probe of the node found, without opening the camera now. The record's name is the
/// node's device number.
bool captures(const fs::path& node, const fs::path& records) {
  std::ifstream record(records / ("c" + first_line(node / "dev")));
  constexpr std::string_view k_capabilities = "E:ID_V4L_CAPABILITIES=";
  for (std::string line; std::getline(record, line);) {
    if (line.starts_with(k_capabilities)) return line.find(":capture:") != std::string::npos;
  }
  const std::string number_in_device = first_line(node / "index");
  return number_in_device.empty() || number_in_device == "0";
}

std::string shown_name(int index, std::span<const DeviceListed> listed) {
  const auto found =
      std::find_if(listed.begin(), listed.end(), [&](const DeviceListed& d) { return d.index == index; });
  return found == listed.end() ? std::to_string(index) : found->name;
}

}  // namespace

std::optional<CameraAddress> camera_address(const std::string& camera, std::span<const DeviceListed> listed) {
  const auto numbered = [&](int index) {
    return CameraAddress{CameraKind::index, index, {}, shown_name(index, listed)};
  };
  if (camera.empty()) return numbered(listed.empty() ? 0 : listed.front().index);
  if (const auto index = whole_number(camera)) return numbered(*index);
  if (camera.find('!') != std::string::npos)
    return CameraAddress{CameraKind::pipeline, 0, camera, without_credentials(camera)};
  if (camera.find("://") != std::string::npos)
    return CameraAddress{CameraKind::url, 0, camera, without_credentials(camera)};
  if (camera.starts_with("/dev/")) return CameraAddress{CameraKind::device_file, 0, camera, camera};
  const std::vector<DeviceListed> fitting = devices_named(listed, camera);
  if (fitting.empty() || (fitting.size() > 1 && fitting.front().name != camera)) return std::nullopt;
  return numbered(fitting.front().index);
}

bool leads_elsewhere(std::string_view pipeline) {
  constexpr std::string_view k_allowed = "appsink";
  constexpr std::string_view k_sink = "sink";
  for (std::size_t at = pipeline.find(k_sink); at != std::string_view::npos;
       at = pipeline.find(k_sink, at + 1)) {
    const std::size_t prefix = k_allowed.size() - k_sink.size();
    if (at < prefix || pipeline.substr(at - prefix, k_allowed.size()) != k_allowed) return true;
  }
  return false;
}

std::string without_credentials(const std::string& text) {
  std::string shown;
  std::string_view rest = text;
  for (std::size_t scheme = 0; (scheme = rest.find("://")) != std::string_view::npos;) {
    shown += rest.substr(0, scheme + 3);
    rest.remove_prefix(scheme + 3);
    const std::string_view url = rest.substr(0, rest.find_first_of(" \"'!"));
    const std::string_view authority = url.substr(0, url.find_first_of("/?#"));
    const std::size_t at = authority.rfind('@');
    const std::size_t begin = at == std::string_view::npos ? 0 : at + 1;
    const std::size_t end = std::min(url.find('?'), url.size());
    shown += url.substr(begin, end - begin);
    rest.remove_prefix(url.size());
  }
  return shown.append(rest);
}

std::vector<DeviceListed> cameras_of_video4linux(const fs::path& nodes, const fs::path& records) {
  constexpr std::string_view k_prefix = "video";
  std::vector<DeviceListed> cameras;
  std::error_code error;
  for (fs::directory_iterator node(nodes, error), end; !error && node != end; node.increment(error)) {
    const std::string file = node->path().filename().string();
    if (!file.starts_with(k_prefix)) continue;
    const auto index = whole_number(std::string_view(file).substr(k_prefix.size()));
    if (!index || !captures(node->path(), records)) continue;
    cameras.push_back({Sensor::camera, *index, first_line(node->path() / "name"), "V4L2", 0, {}, false});
  }
  std::sort(cameras.begin(), cameras.end(),
            [](const DeviceListed& a, const DeviceListed& b) { return a.index < b.index; });
  if (!cameras.empty()) cameras.front().is_default = true;
  return cameras;
}

}  // namespace preshift
