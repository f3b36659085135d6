#pragma once

#include "event.hpp"

#include <string>
#include <vector>

namespace preshift {

/// PortAudio while it is in use. ALSA and JACK, which complain on the screen about every device this computer
/// does not have, are silenced while it starts.
class PortAudioSession {
 public:
  PortAudioSession();
  ~PortAudioSession();
  PortAudioSession(const PortAudioSession&) = delete;
  PortAudioSession& operator=(const PortAudioSession&) = delete;

  /// Why PortAudio did not start; empty when it did.
  [[nodiscard]] const std::string& failure() const { return m_failure; }

  /// Every input with its PortAudio index, without the rates it accepts (see accepted_rates). Empty after a
  /// failure.
  [[nodiscard]] std::vector<DeviceListed> inputs() const;

  /// The same for the outputs.
  [[nodiscard]] std::vector<DeviceListed> outputs() const;

  /// The usual rates from 8 to 192 kHz that the input says it accepts. Takes a moment: drivers open the
  /// device for it.
  [[nodiscard]] std::vector<double> accepted_rates(const DeviceListed& input) const;

 private:
  std::string m_failure;
};

/// Channels that are listened to: stereo at most; the rest of an interface's inputs are not microphones of
/// the room.
[[nodiscard]] int channels_to_open(const DeviceListed& input);

}  // namespace preshift
