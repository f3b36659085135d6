#pragma once

#include "problem.hpp"

#include <memory>
#include <string>
#include <vector>

namespace preshift {

/// A loudspeaker that is open and silent until it is told what to play. Not thread-safe; closing it is the
/// destructor's work.
class Loudspeaker {
 public:
  virtual ~Loudspeaker() = default;

  [[nodiscard]] virtual const std::string& name() const = 0;

  /// In hertz.
  [[nodiscard]] virtual double rate() const = 0;

  /// Plays these samples, on every channel, from the next block on; then it is silent again. Once only.
  virtual void play(std::vector<float> samples) = 0;
};

/// Opens an output of PortAudio, named as a microphone is (sound_source.hpp), and starts it, so that its
/// driver has all it needs before the program is confined. Fails with device_failure, or with unusable_input
/// when several fit the name.
[[nodiscard]] Result<std::unique_ptr<Loudspeaker>> open_loudspeaker(const std::string& device);

}  // namespace preshift
