#include "camera_route_finding.hpp"

#include "route_clues.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>

namespace preshift {
namespace {

namespace fs = std::filesystem;

// As their makers write them, and what systems call such devices.
constexpr std::array<std::string_view, 40> k_virtual_names{"obs camera",
                                                           "obs cam",
                                                           "obs virtual*",
                                                           "virtual cam*",
                                                           "virtualcam*",
                                                           "caméra virtuelle",
                                                           "virtuelle kamera",
                                                           "dummy video device",
                                                           "v4l2loopback*",
                                                           "v4l2 loopback",
                                                           "vivid*",
                                                           "virtual video",
                                                           "manycam*",
                                                           "snap camera",
                                                           "xsplit*",
                                                           "vcam",
                                                           "droidcam*",
                                                           "iriun*",
                                                           "epoccam*",
                                                           "ivcam*",
                                                           "camo",
                                                           "nvidia broadcast",
                                                           "rtx broadcast",
                                                           "mmhmm*",
                                                           "chromacam*",
                                                           "youcam*",
                                                           "splitcam*",
                                                           "webcammax*",
                                                           "sparkocam*",
                                                           "altercam*",
                                                           "facerig*",
                                                           "animaze*",
                                                           "vtube*",
                                                           "prism live",
                                                           "streamlabs*",
                                                           "ndi video",
                                                           "ndi webcam",
                                                           "newtek ndi",
                                                           "unity video capture",
                                                           "e2esoft*"};

constexpr std::array<std::string_view, 6> k_made_up_sources{
    "videotestsrc", "filesrc", "multifilesrc", "imagefreeze", "uridecodebin uri=file", "playbin uri=file"};

std::string first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

/// v4l2loopback's nodes lie in the folder of devices that are none, /sys/devices/virtual.
bool is_of_no_device(const fs::path& node) {
  std::error_code error;
  const fs::path real = fs::canonical(node, error);
  return !error && real.string().find("/virtual/") != std::string::npos;
}

CameraRoute route_of_node(const fs::path& node, CameraRoute route) {
  std::error_code error;
  const std::string card = first_line(node / "name");
  const std::string driver = fs::canonical(node / "device" / "driver", error).filename().string();
  if (!card.empty()) route.name = card;
  if (is_of_no_device(node)) {
    route.kind = CameraRouteKind::virtual_device;
    route.evidence = "/sys/devices/virtual";
  } else if (names_virtual_camera(driver) || names_virtual_camera(card)) {
    route.kind = CameraRouteKind::virtual_device;
    route.evidence = names_virtual_camera(driver) ? driver : card;
  } else if (!card.empty()) {
    route.kind = CameraRouteKind::physical;
  }
  return route;
}

/// The node of a device file, through links such as /dev/v4l/by-id/.
std::string node_of(const std::string& device_file) {
  std::error_code error;
  const fs::path real = fs::canonical(device_file, error);
  return error ? fs::path(device_file).filename().string() : real.filename().string();
}

/// What follows `device=` in a pipeline.
std::optional<std::string> device_in(const std::string& pipeline) {
  constexpr std::string_view k_key = "device=";
  const std::size_t at = pipeline.find(k_key);
  if (at == std::string::npos) return std::nullopt;
  std::string device = pipeline.substr(at + k_key.size());
  std::erase(device, '"');
  return device.substr(0, device.find_first_of(" !"));
}

CameraRoute route_of_pipeline(const std::string& pipeline, const fs::path& nodes, CameraRoute route) {
  for (const std::string_view source : k_made_up_sources) {
    if (pipeline.find(source) == std::string::npos) continue;
    route.kind = CameraRouteKind::virtual_device;
    route.evidence = source;
    return route;
  }
  if (const auto device = device_in(pipeline)) return route_of_node(nodes / node_of(*device), route);
  const bool is_remote =
      pipeline.find("rtsp") != std::string::npos || pipeline.find("http") != std::string::npos;
  if (is_remote) route.kind = CameraRouteKind::network;
  return route;
}

}  // namespace

bool names_virtual_camera(std::string_view name) {
  const std::string searched = searchable(name);
  return std::any_of(k_virtual_names.begin(), k_virtual_names.end(),
                     [&](std::string_view words) { return has_words(searched, words); });
}

CameraRoute camera_route(const CameraAddress& address, const fs::path& nodes) {
  const CameraRoute unknown{CameraRouteKind::unknown, false, address.name, {}};
  switch (address.kind) {
    case CameraKind::index:
      return route_of_node(nodes / ("video" + std::to_string(address.index)), unknown);
    case CameraKind::device_file:
      return route_of_node(nodes / node_of(address.text), unknown);
    case CameraKind::pipeline:
      return route_of_pipeline(address.text, nodes, unknown);
    case CameraKind::url:
      break;
  }
  return {address.text.starts_with("file:") ? CameraRouteKind::unknown : CameraRouteKind::network,
          false,
          address.name,
          {}};
}

}  // namespace preshift
