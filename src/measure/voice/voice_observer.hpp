#pragma once

#include "phase.hpp"
#include "sample_run.hpp"
#include "voice_findings.hpp"
#include "voice_network.hpp"

#include <memory>

namespace preshift {

/// Measures the agent's own voice against the background, on one channel, from two phases: the agent reads a
/// sentence aloud (about 7 s), then stays silent (about 12 s). They may come in any order, with Phase::none
/// between them. Constant memory; the same findings for runs of any size. No files, no devices, no clock.
class VoiceObserver {
 public:
  /// `network` may be null: what needs it is then unknown for the reason `network_missing`. `rate_hz`: 8000
  /// to 192000.
  VoiceObserver(std::shared_ptr<VoiceNetwork> network, Message network_missing, double rate_hz);
  ~VoiceObserver();
  VoiceObserver(VoiceObserver&&) noexcept;
  VoiceObserver& operator=(VoiceObserver&&) noexcept;

  /// Finite samples, full scale ±1, all of this phase.
  void observe(SampleRun run, Phase phase);

  /// The probability that somebody spoke in the latest window of 32 ms, for a display; 0 before the first.
  [[nodiscard]] float speech_probability() const;

  /// Of what was observed so far.
  [[nodiscard]] VoiceFindings findings() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
