#include "video_module.hpp"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <exception>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr int k_timeout_ms = 5000;

/// Backends hand out grey, BGR or BGRA.
bool to_bgr(const cv::Mat& frame, cv::Mat& bgr) {
  if (frame.empty() || frame.depth() != CV_8U) return false;
  if (frame.channels() == 3) {
    bgr = frame;
    return true;
  }
  if (frame.channels() != 1 && frame.channels() != 4) return false;
  cv::cvtColor(frame, bgr, frame.channels() == 1 ? cv::COLOR_GRAY2BGR : cv::COLOR_BGRA2BGR);
  return true;
}

class OpenCvGrabber final : public FrameGrabber {
 public:
  explicit OpenCvGrabber(const cv::VideoCapture& capture)
      : m_capture(capture), m_backend(m_capture.getBackendName()) {}

  bool grab() override {
    try {
      return m_capture.grab();
    } catch (const std::exception&) {
      return false;
    }
  }

  bool retrieve(cv::Mat& bgr) override {
    try {
      cv::Mat frame;
      return m_capture.retrieve(frame) && to_bgr(frame, bgr);
    } catch (const std::exception&) {
      return false;
    }
  }

  double position_ms() const override { return property(cv::CAP_PROP_POS_MSEC); }
  double frames_per_second() const override { return property(cv::CAP_PROP_FPS); }
  double frame_count() const override { return property(cv::CAP_PROP_FRAME_COUNT); }
  int width() const override { return static_cast<int>(property(cv::CAP_PROP_FRAME_WIDTH)); }
  int height() const override { return static_cast<int>(property(cv::CAP_PROP_FRAME_HEIGHT)); }
  const char* backend() const override { return m_backend.c_str(); }

 private:
  double property(cv::VideoCaptureProperties name) const {
    try {
      return m_capture.get(name);
    } catch (const std::exception&) {
      return 0;
    }
  }

  cv::VideoCapture m_capture;
  std::string m_backend;
};

/// The first backend that opens it.
template <class Source>
FrameGrabber* open(const Source& source, std::initializer_list<cv::VideoCaptureAPIs> backends,
                   const std::vector<int>& parameters) {
  for (const cv::VideoCaptureAPIs backend : backends) {
    try {
      cv::VideoCapture capture(source, backend, parameters);
      if (capture.isOpened()) return std::make_unique<OpenCvGrabber>(capture).release();
    } catch (const std::exception&) {
      continue;
    }
  }
  return nullptr;
}

FrameGrabber* open_video(const char* file) {
  return open(std::string(file), {cv::CAP_FFMPEG}, {});
}

/// An index never means OpenCV's further backends: looking for still cameras (gphoto2) and FireWire takes a
/// second.
FrameGrabber* open_camera(CameraKind kind, int index, const char* address) {
  const std::vector<int> timeouts{cv::CAP_PROP_OPEN_TIMEOUT_MSEC, k_timeout_ms,
                                  cv::CAP_PROP_READ_TIMEOUT_MSEC, k_timeout_ms};
  const std::string text = address;
  switch (kind) {
    case CameraKind::index:
      return open(index, {cv::CAP_V4L2, cv::CAP_DSHOW, cv::CAP_MSMF, cv::CAP_AVFOUNDATION}, {});
    case CameraKind::device_file:
      return open(text, {cv::CAP_V4L2}, {});
    case CameraKind::url:
      return open(text, {cv::CAP_FFMPEG}, timeouts);
    case CameraKind::pipeline:
      return open(text, {cv::CAP_GSTREAMER}, {});
  }
  return nullptr;
}

bool decode_picture(const unsigned char* bytes, std::size_t size, cv::Mat& bgr) {
  try {
    const cv::Mat file(1, static_cast<int>(size), CV_8UC1, const_cast<unsigned char*>(bytes));
    bgr = cv::imdecode(file, cv::IMREAD_COLOR);
    return !bgr.empty();
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace
}  // namespace preshift

extern "C" const preshift::VideoModule* preshift_video_module() {
  static const preshift::VideoModule s_module{preshift::k_video_module_version, &preshift::open_video,
                                              &preshift::open_camera, &preshift::decode_picture};
  cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
  return &s_module;
}
