#pragma once

#include "challenge_code.hpp"
#include "sounds.hpp"

#include <array>
#include <cstdint>

namespace preshift::test {

using Code = std::array<std::uint8_t, challenge::k_code_bytes>;

/// Bits without a pattern; another seed gives others.
Code made_code(std::uint64_t seed);

/// The sound with `added` mixed in from this moment on.
Sound mixed(Sound sound, const Sound& added, double from_seconds, double rate_hz);

/// At this RMS level while it sounds.
Sound challenge_at(const Code& code, double rate_hz, double level_dbfs);

}  // namespace preshift::test
