#include "capture_environment.hpp"

#include "picture_limits.hpp"
#include "set_environment.hpp"

#include <mutex>
#include <string>

namespace preshift {

void prepare_capture_environment() {
  static std::once_flag s_once;
  std::call_once(s_once, [] {
    set_environment_default("JACK_NO_START_SERVER", "1");
    set_environment_default("OPENCV_FFMPEG_LOGLEVEL", "-8");  // ffmpeg's AV_LOG_QUIET
    set_environment_default("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "5");
    set_environment_default("OPENCV_IO_MAX_IMAGE_PIXELS", std::to_string(k_most_pixels).c_str());
  });
}

}  // namespace preshift
