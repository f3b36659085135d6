#pragma once

#include <opencv2/core/mat.hpp>

#include <cstddef>

namespace preshift {

/// The seam between preshift-sense and the module `preshift-video`, which alone links OpenCV's videoio and
/// imgcodecs: with them come some 240 shared libraries and a quarter of a second at start, so it is loaded
/// when a camera, a video or a rarer picture format is asked for. Both sides are built together against one
/// OpenCV; the version catches a module left over from another build. Nothing here throws.

inline constexpr int k_video_module_version = 1;
inline constexpr const char* k_video_module_entry = "preshift_video_module";

/// An open camera or video. Not thread-safe.
class FrameGrabber {
 public:
  virtual ~FrameGrabber() = default;

  /// Takes the next frame. False at the end, when the device is gone, or when nothing came in time.
  [[nodiscard]] virtual bool grab() = 0;

  /// The frame taken last, as CV_8UC3 (BGR) in memory of its own; false when it cannot be decoded.
  [[nodiscard]] virtual bool retrieve(cv::Mat& bgr) = 0;

  /// Milliseconds of the frame taken last, by the stream's own timestamps; 0 or nonsense where there are
  /// none.
  [[nodiscard]] virtual double position_ms() const = 0;

  /// As the file claims, which often is not so; 0 or nonsense where it doesn't.
  [[nodiscard]] virtual double frames_per_second() const = 0;
  [[nodiscard]] virtual double frame_count() const = 0;

  /// Pixels, as claimed before the first frame; 0 where unknown.
  [[nodiscard]] virtual int width() const = 0;
  [[nodiscard]] virtual int height() const = 0;

  /// What reads it, such as V4L2, FFMPEG, GSTREAMER. Lives as long as this.
  [[nodiscard]] virtual const char* backend() const = 0;
};

enum class CameraKind { index, device_file, url, pipeline };

struct VideoModule {
  int version;
  /// Only a file of that name: never a URL or a pattern. nullptr when it cannot be opened; the caller deletes
  /// it.
  FrameGrabber* (*open_video)(const char* file);
  /// `index` counts only for CameraKind::index. nullptr when it cannot be opened; the caller deletes it.
  FrameGrabber* (*open_camera)(CameraKind kind, int index, const char* address);
  /// A BMP, WebP or TIFF as CV_8UC3 (BGR), turned upright; false when it cannot be decoded.
  bool (*decode_picture)(const unsigned char* bytes, std::size_t size, cv::Mat& bgr);
};

}  // namespace preshift
