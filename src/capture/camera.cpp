#include "camera_address.hpp"
#include "camera_route_finding.hpp"
#include "live_camera.hpp"
#include "picture_limits.hpp"
#include "picture_source.hpp"
#include "quiet_stderr.hpp"
#include "sensing_texts.hpp"
#include "video_support.hpp"

#include <utility>

namespace preshift {
namespace {

constexpr const char* k_nodes = "/sys/class/video4linux";

}  // namespace

Result<std::unique_ptr<PictureSource>> open_camera(const std::string& camera,
                                                   std::chrono::milliseconds window) {
  const std::vector<DeviceListed> listed = list_cameras();
  const auto address = camera_address(camera, listed);
  if (!address) return device_failure(sensing_text("camera.unknown"), camera);
  if (address->kind == CameraKind::pipeline && leads_elsewhere(address->text))
    return unusable_input(sensing_text("camera.leading_elsewhere"), address->name);
  auto video = video_support();
  if (!video) return Failure<Problem>{std::move(video).error()};

  const QuietStderr quiet;
  std::unique_ptr<FrameGrabber> grabber(
      (*video)->open_camera(address->kind, address->index, address->text.c_str()));
  if (grabber == nullptr && camera.empty() && listed.empty())
    return device_failure(sensing_text("camera.none"));
  // The first frame has drivers and decoders set up all they need, while this process may still do so.
  cv::Mat first;
  if (grabber == nullptr || !grabber->grab() || !grabber->retrieve(first))
    return device_failure(sensing_text("camera.not_opened"), address->name);
  if (auto size = check_picture_size(address->name, first.cols, first.rows); !size)
    return Failure<Problem>{std::move(size).error()};
  SourceOpened opened{Sensor::camera, true, address->name, grabber->backend(), k_pictures_per_second, 0};
  LiveCameraTerms terms;
  terms.window = window;
  return {std::make_unique<LiveCamera>(std::move(opened), std::move(grabber), terms,
                                       camera_route(*address, k_nodes))};
}

std::vector<DeviceListed> list_cameras() {
  return cameras_of_video4linux(k_nodes, "/run/udev/data");
}

}  // namespace preshift
