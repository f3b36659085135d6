#include "recordings.hpp"

#include "sample_run.hpp"

#include <sndfile.h>

#include <cstdlib>

namespace preshift::test {

std::filesystem::path shared_recordings() {
  const char* shared = std::getenv("PRESHIFT_SHARED");
  return std::filesystem::path(shared != nullptr ? shared : PRESHIFT_SOURCE_DIR "/../shared") / "data" /
         "audio";
}

Recording read_recording(const std::filesystem::path& file) {
  SF_INFO info{};
  SNDFILE* handle = sf_open(file.c_str(), SFM_READ, &info);
  if (handle == nullptr) return {};
  Sound frames(static_cast<std::size_t>(info.frames * info.channels));
  sf_readf_float(handle, frames.data(), info.frames);
  sf_close(handle);
  Recording recording{Sound(static_cast<std::size_t>(info.frames)), static_cast<double>(info.samplerate)};
  SampleRun(frames, 0, static_cast<std::size_t>(info.channels)).copy_to(recording.sound.data());
  return recording;
}

}  // namespace preshift::test
