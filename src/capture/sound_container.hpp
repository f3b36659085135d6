#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace preshift {

/// What a sound file says about its length, which libsndfile does not tell.
struct SoundContainer {
  /// More sound is promised than the file holds. libsndfile shortens a WAV, RF64, W64 or AIFF file to what is
  /// there, and reads an Ogg file up to where it breaks off. Ogg (RFC 3533) is whole when its last page is
  /// there in full and marked as the end of a stream.
  bool cut_off = false;

  /// Where the length of a WAV's sound stands in the file when it is 0 although sound follows: its program
  /// wrote to a pipe, or was ended, and never filled it in. libsndfile takes such a file for empty. (Other
  /// programs leave about 2^31 or 2^32, which libsndfile understands; neither counts as cut off.)
  std::optional<std::uint64_t> unfilled_length_at;
};

/// Reads a few kilobytes, however large the file. Files of other formats, and missing ones, get the defaults.
[[nodiscard]] SoundContainer inspect_sound_container(const std::filesystem::path& file);

}  // namespace preshift
