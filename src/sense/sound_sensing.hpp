#pragma once

#include "challenge_sensing.hpp"
#include "event_writer.hpp"
#include "sound_observer.hpp"
#include "sound_source.hpp"
#include "watchdog.hpp"

#include <chrono>
#include <memory>

namespace preshift {

/// A device that was just switched on thumps: this much of its beginning is not measured, and has to be asked
/// for on top of the window.
inline constexpr std::chrono::milliseconds k_settling{300};

/// What measuring a sound needs besides the sound, opened before the rights are given up.
struct SoundSupport {
  VoiceSupport voice;
  HearingSupport hearing;
  ChallengeSupport challenge;
};

/// Reads the source to its end, measures, and writes the sound's events: phase, progress, level or reading
/// and second, released, spectrum, measurements. The source is closed before the first measurement is
/// written. A meter ends early when end_at_interrupt() was called and an interrupt came.
[[nodiscard]] Result<void> sense_sound(std::unique_ptr<SoundSource> source, const SensingRequest& request,
                                       SoundSupport support, EventWriter& writer, Watchdog& watchdog);

/// From here on an interrupt (Ctrl-C) ends the sound, not the process. Before the confinement.
void end_at_interrupt();

}  // namespace preshift
