#pragma once

#include "sounds.hpp"

#include <filesystem>

namespace preshift::test {

/// The recordings that do not travel with the project: in $PRESHIFT_SHARED, or ../shared beside it.
std::filesystem::path shared_recordings();

struct Recording {
  Sound sound;         ///< of the first channel
  double rate_hz = 0;  ///< 0 when the file could not be read
};

Recording read_recording(const std::filesystem::path& file);

}  // namespace preshift::test
