#include "raw_stream.hpp"

#ifdef _WIN32

#include <pa_win_wasapi.h>

namespace preshift {

void* raw_stream_wish(const DeviceListed& device) {
  if (device.host_api != "Windows WASAPI") return nullptr;
  static PaWasapiStreamInfo s_wish = [] {
    PaWasapiStreamInfo wish{};
    wish.size = sizeof wish;
    wish.hostApiType = paWASAPI;
    wish.version = 1;
    wish.streamCategory = eAudioCategoryOther;
    wish.streamOption = eStreamOptionRaw;
    return wish;
  }();
  return &s_wish;
}

}  // namespace preshift

#endif
