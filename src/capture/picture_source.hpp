#pragma once

#include "camera_route.hpp"
#include "event.hpp"
#include "problem.hpp"

#include <opencv2/core/mat.hpp>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// One picture of the room: 8-bit BGR (CV_8UC3), 160x120 to 24 megapixels.
struct Picture {
  cv::Mat bgr;
  double seconds = 0;  ///< since the first picture of the window
};

/// Pictures a second that a check looks at, live and in videos.
inline constexpr double k_pictures_per_second = 2;

/// Where pictures come from, a camera, a video or picture files. Not thread-safe.
class PictureSource {
 public:
  virtual ~PictureSource() = default;

  [[nodiscard]] virtual const SourceOpened& opened() const = 0;

  /// What the system says of the camera; for files, that it is a recording.
  [[nodiscard]] virtual CameraRoute route() const {
    return {CameraRouteKind::unknown, true, opened().name, {}};
  }

  /// Number of pictures this source will deliver in all, when it is known.
  [[nodiscard]] virtual std::optional<std::size_t> length() const = 0;

  /// The next picture, or nullopt at the end. A live source waits until the next one is due (half a second).
  /// Fails with device_failure when the device is gone, with unusable_input when a file is damaged.
  [[nodiscard]] virtual Result<std::optional<Picture>> next() = 0;
};

/// One file, every JPEG and PNG in a folder (by name), a pattern (`shots/*.jpg` or `frame_%04d.jpg`), or a
/// video. Pictures count as taken half a second apart; a video is sampled at k_pictures_per_second by its own
/// timestamps. `window`: only the pictures of its beginning; without it there must not be more than the
/// longest window holds.
[[nodiscard]] Result<std::unique_ptr<PictureSource>> open_pictures(
    const std::string& place, std::optional<std::chrono::milliseconds> window);

/// A camera by index (empty: the first one), URL, or GStreamer pipeline ending in appsink. Delivers for
/// `window`.
[[nodiscard]] Result<std::unique_ptr<PictureSource>> open_camera(const std::string& camera,
                                                                 std::chrono::milliseconds window);

/// The cameras of this computer by index and name. Opens none of them.
[[nodiscard]] std::vector<DeviceListed> list_cameras();

}  // namespace preshift
