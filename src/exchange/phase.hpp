#pragma once

#include <chrono>

namespace preshift {

/// What the agent was asked to do while a stretch of sound was taken.
enum class Phase {
  none,       ///< a pause between the others; not measured
  reading,    ///< read a sentence aloud
  silent,     ///< stay silent
  challenge,  ///< stay silent while the acoustic challenge is played
};

/// A stretch of a recording, from its beginning on.
struct TimeSpan {
  std::chrono::milliseconds from{0};
  std::chrono::milliseconds to{0};  ///< after `from`

  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Which stretches of the sound are which phase; they do not overlap.
struct SoundPhases {
  TimeSpan reading;
  TimeSpan silent;

  friend bool operator==(const SoundPhases&, const SoundPhases&) = default;
};

/// How long an acoustic challenge is listened for: it takes 2 s, and loudspeakers begin up to 2 s late.
inline constexpr std::chrono::milliseconds k_challenge_listening{4000};

}  // namespace preshift
