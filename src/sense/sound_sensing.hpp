#pragma once

#include "event_writer.hpp"
#include "sound_observer.hpp"
#include "sound_source.hpp"
#include "watchdog.hpp"

#include <chrono>
#include <memory>
#include <optional>

namespace preshift {

/// A device that was just switched on thumps: this much of its beginning is not measured, and has to be asked
/// for on top of the window.
inline constexpr std::chrono::milliseconds k_settling{300};

/// Reads the source to its end, measures, and writes the sound's events: progress, level,
/// released, measurements. The source is closed before the first measurement is written.
[[nodiscard]] Result<void> sense_sound(std::unique_ptr<SoundSource> source,
                                       std::optional<FullScale> full_scale, EventWriter& writer,
                                       Watchdog& watchdog);

}  // namespace preshift
