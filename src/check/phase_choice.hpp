#pragma once

#include "phase.hpp"
#include "profile.hpp"

#include <chrono>

namespace preshift {

/// Whether any rule asks for a measure of the agent's voice: only then is the agent asked to read.
[[nodiscard]] bool asks_for_voice(const Profile& profile);

/// Whether any rule asks for the acoustic challenge: only then is it played without being asked for.
[[nodiscard]] bool asks_for_challenge(const Profile& profile);

/// The phases of a live check whose silent phase takes this long: the sentence first, a moment to stop, then
/// silence.
[[nodiscard]] SoundPhases live_phases(std::chrono::milliseconds silent);

}  // namespace preshift
