#pragma once

#include "challenge_code.hpp"

#include <vector>

namespace preshift {

/// What a loudspeaker plays: one channel, k_seconds and a pulse's length long, at most `amplitude` (full
/// scale 1). Each chip is a Hann pulse of two milliseconds, so that next to nothing is outside 1 to 3 kHz.
/// `rate_hz`: 8000 to 192000.
[[nodiscard]] std::vector<float> challenge_signal(ChallengeCode code, double rate_hz, double amplitude);

}  // namespace preshift
