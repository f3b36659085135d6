#pragma once

#include "event.hpp"
#include "problem.hpp"
#include "route_watch.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preshift {

/// Where sound comes from, a microphone or a file. Samples are 32-bit floats, full scale ±1, channels
/// interleaved. Not thread-safe; closing the device or file is the destructor's work.
class SoundSource {
 public:
  virtual ~SoundSource() = default;

  /// What is open: name, rate in hertz (8000 to 192000), channels (at least 1).
  [[nodiscard]] virtual const SourceOpened& opened() const = 0;

  /// Seconds of sound this source will deliver in all, when it is known.
  [[nodiscard]] virtual std::optional<double> length_seconds() const = 0;

  /// Fills `interleaved` (a multiple of the channels) from its beginning and returns the number of samples
  /// written: 0 at the end, and also when a live source has nothing new within 100 ms (see at_end).
  /// Fails with device_failure when the device is gone or stalled, with unusable_input when the file is
  /// damaged.
  [[nodiscard]] virtual Result<std::size_t> read(std::span<float> interleaved) = 0;

  /// True once nothing will follow.
  [[nodiscard]] virtual bool at_end() const = 0;

  /// Seconds of sound that were lost so far on their way here, because a driver or this program was late. An
  /// overrun in the driver counts as one of its blocks: it does not tell how much it was. 0 for files.
  [[nodiscard]] virtual double lost_seconds() const { return 0; }

  /// What became of opened().route while this was read; to be asked at the end, for which a sound server may
  /// take half a second. Not known for files and without a sound server.
  [[nodiscard]] virtual RouteChanges route_changes() { return {}; }
};

/// The longest window a check measures: bounded by design, and enough for any pre-shift check.
inline constexpr std::chrono::seconds k_longest_window{600};

/// Opens WAV, FLAC or OGG through libsndfile: 8 to 192 kHz, any number of channels, any sample format.
/// `window`: at most this much of its beginning is delivered; without it the file must not be longer than
/// k_longest_window. Refuses missing, empty, truncated, over-long and undecodable files; a NaN or infinite
/// sample is refused when it is read.
[[nodiscard]] Result<std::unique_ptr<SoundSource>> open_sound_file(
    const std::filesystem::path& file, std::optional<std::chrono::milliseconds> window);

/// Opens an input of PortAudio: the default one for an empty `device`, else by index (`preshift devices`),
/// exact name, or the only name that contains it, at the device's own default rate (48 kHz where PortAudio
/// does not know it, as with ALSA). Delivers for `window` from the first read on, then ends. Waits up to 5 s
/// for its first sound.
[[nodiscard]] Result<std::unique_ptr<SoundSource>> open_microphone(const std::string& device,
                                                                   std::chrono::milliseconds window);

/// Every input of every host API, with the rates it accepts. Empty when there is none.
[[nodiscard]] std::vector<DeviceListed> list_microphones();

}  // namespace preshift
