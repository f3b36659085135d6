#pragma once

#include "sample_run.hpp"
#include "voice_network.hpp"

#include <cstdint>
#include <functional>
#include <memory>

namespace preshift {

/// How probably somebody speaks in 32 ms of sound.
struct SpeechWindow {
  std::uint64_t index = 0;  ///< it begins at index * k_voice_window_s after the first sample
  float probability = 0;    ///< 0 to 1
};

/// Follows one channel and tells for each 32 ms how probably somebody speaks. Keeps of the sound no more than
/// the resampler's memory, one window and its context. The same windows for runs of any size.
///
/// The network was trained on voices close up and hears weak ones badly, so each window is first brought to
/// the level it knows (VoiceGain): what is said is then the same for a voice at -80 dBFS as at -20.
///
/// What it takes for speech and is none (share of the time that bench/voice_table calls speech): crying
/// babies 3 %, pigs 3 %, coughs, sheep and toilet flushes 2 %, sneezes 1 %, dogs and chainsaws under 1 %;
/// nothing in the few recordings there of music without a voice, laughter, sirens, typing, vacuum cleaners
/// and traffic. The version and the level were chosen on these same sounds, so expect somewhat more
/// elsewhere. It hears no words, so a television, a song and a neighbour through the wall are all speech.
class VoiceDetector {
 public:
  using Sink = std::function<void(const SpeechWindow&)>;

  /// `rate_hz`: 8000 to 192000. The windows come in order, within `observe`, as soon as the resampler lets
  /// go of them: less than 0.1 s after their end, at 8 kHz 0.2 s.
  VoiceDetector(std::shared_ptr<VoiceNetwork> network, double rate_hz, Sink sink);
  ~VoiceDetector();
  VoiceDetector(VoiceDetector&&) noexcept;
  VoiceDetector& operator=(VoiceDetector&&) noexcept;

  /// Finite samples, full scale ±1.
  void observe(SampleRun run);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
