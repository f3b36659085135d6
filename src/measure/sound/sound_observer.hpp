#pragma once

#include "event.hpp"
#include "sensing_request.hpp"
#include "sound_tagger.hpp"
#include "voice_network.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace preshift {

/// The network that tells speech from all else or, when there is none, why.
struct VoiceSupport {
  std::shared_ptr<VoiceNetwork> network;
  Message missing;
};

/// The network that tells what noises come from or, when there is none, why.
struct HearingSupport {
  std::shared_ptr<SoundTagger> tagger;
  Message missing;
};

/// What is to be heard. A meter listens for no voice and keeps a history. A check doubts every level where
/// the sound was processed before it came.
struct SoundPlan {
  Purpose purpose = Purpose::check;
  double rate_hz = 0;                 ///< 8000 to 192000
  int channels = 1;                   ///< at least 1
  std::optional<SoundPhases> phases;  ///< without them all of the sound is a silent phase
  VoiceSupport voice;
  HearingSupport hearing{};
};

/// What is known of the sound besides its samples.
struct SoundDelivery {
  bool live = false;  ///< from a device
  SoundRoute route;
  double lost_seconds = 0;                 ///< by the driver or an overrun
  std::optional<double> gain_change_db{};  ///< by how much the sound server's volume varied; none: not known
  bool muted = false;                      ///< by the sound server, at any moment
  bool rerouted = false;                   ///< moved to another source on the way
  bool route_lost = false;                 ///< the sound server told the route, but not to the end
};

/// Measures a sound block by block, in constant memory and without allocation in `observe` but for the voice
/// network's own; the same result for blocks of any size. Levels are those of the silent phase. Of several
/// channels each is measured and the one with the highest LAeq is reported: a microphone on one side must not
/// be averaged away. No files, no devices, no clock. Levels are in dBFS.
class SoundObserver {
 public:
  explicit SoundObserver(SoundPlan plan);
  ~SoundObserver();
  SoundObserver(const SoundObserver&) = delete;
  SoundObserver& operator=(const SoundObserver&) = delete;

  /// Interleaved finite samples, full scale ±1, whole frames only.
  void observe(std::span<const float> interleaved);

  /// Of all phases together.
  [[nodiscard]] double seconds() const;

  /// The phase that the next sample belongs to, and how long that phase is in all; none after the last.
  [[nodiscard]] PhaseBegun phase() const;

  /// The momentary LAF of the loudest channel, whatever the phase; at least -160.
  [[nodiscard]] double momentary_level() const;

  /// Of the silent phase.
  [[nodiscard]] MeterReading reading() const;

  /// A meter's next full second that was not taken yet: of the channels the loudest.
  [[nodiscard]] std::optional<SecondPassed> take_second();

  [[nodiscard]] Spectrum spectrum() const;

  /// Every measure of the microphone (measures.hpp) that needs no calibration, but for the acoustic
  /// challenge, each once.
  [[nodiscard]] Measurements measurements(const SoundDelivery& delivery) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
