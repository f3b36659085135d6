#include "raw_stream.hpp"

namespace preshift {

void* raw_stream_wish(const DeviceListed&) {
  return nullptr;
}

}  // namespace preshift
