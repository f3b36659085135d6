#pragma once

#include "event.hpp"

namespace preshift {

/// What PortAudio is to be told so that the system hands over this device's sound unprocessed; goes into
/// PaStreamParameters::hostApiSpecificStreamInfo and lives until the process ends. nullptr where PortAudio
/// has no such wish: everywhere but with WASAPI. There Windows (8.1 or later) is asked to leave out all that
/// is not the driver's own; a driver may refuse, and then the stream does not open. Not tried on Windows yet.
[[nodiscard]] void* raw_stream_wish(const DeviceListed& device);

}  // namespace preshift
