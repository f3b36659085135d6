#pragma once

#include "phase.hpp"
#include "problem.hpp"
#include "sound_pressure.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace preshift {

/// Standard uncertainty of a full scale that is stated without one: a device's known sensitivity (acoustics
/// of cheap microphones vary by about this much from piece to piece).
inline constexpr double k_unstated_uncertainty_db = 2.5;

/// "20s", "1min", "1m", "500ms", "1.5 min", or bare seconds; from 1 s to 10 min.
[[nodiscard]] Result<std::chrono::milliseconds> parse_duration(std::string_view text);

/// "120dB", "120 dB", "120", "120dB+-1dB", "120dB±1dB". `option` is for the refusal.
[[nodiscard]] Result<FullScale> parse_full_scale(std::string_view text,
                                                 const std::string& option = "--full-scale");

/// A sound pressure level in dB, from 20 to 160: "94dB", "52.3 dB", "52.3dB(A)", "52.3dBA", "94".
[[nodiscard]] Result<double> parse_sound_level(std::string_view text, const std::string& option);

/// "30cm", "0.3m", "300mm", in metres, from 5 cm to 2 m.
[[nodiscard]] Result<double> parse_distance(std::string_view text);

/// "180d", from 1 to 730 days. `option` is for the refusal.
[[nodiscard]] Result<std::chrono::days> parse_validity(std::string_view text,
                                                       const std::string& option = "--expires");

/// "28dB" and so on: dB(A) of a microphone's own noise, with an uncertainty of 1 dB unless stated.
[[nodiscard]] Result<SelfNoise> parse_self_noise(std::string_view text);

/// "reading=0s-7s,silent=8s-28s", in either order, in seconds, ms or min; they must not overlap. `place` is
/// the option or file that says so, for the refusal.
[[nodiscard]] Result<SoundPhases> parse_phases(std::string_view text, const std::string& place);

}  // namespace preshift
