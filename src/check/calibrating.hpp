#pragma once

#include "calibration.hpp"
#include "sensing.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace preshift {

/// What is known of the sound that a microphone is calibrated with, or of the microphone itself.
struct CalibratorLevel {
  double level_db = 0;
};
struct MeterLevel {
  double laeq_dba = 0;
};
struct KnownSensitivity {
  FullScale full_scale;
};
struct VoiceAtDistance {
  double distance_m = 0;
};
using CalibratingWith = std::variant<CalibratorLevel, MeterLevel, KnownSensitivity, VoiceAtDistance>;

struct CalibratingRequest {
  CalibratingWith with;
  std::string microphone;                ///< its name or index; empty for the system's default
  std::optional<std::string> recording;  ///< made with that microphone, instead of listening to it now
  std::optional<SoundPhases> phases;     ///< of the recording; a voice needs them
  std::optional<SelfNoise> self_noise;
  std::optional<std::chrono::days> validity;  ///< the method's own (default_validity) unless given
  std::chrono::sys_seconds now;
};

[[nodiscard]] CalibrationMethod method_of(const CalibratingRequest& request);

/// The new calibration, or why there is none: a problem with a source, or a clause that says why the sound
/// told nothing, with its remedy apart.
using CalibratingResult = Expected<Calibration, std::variant<Problem, Message>>;

/// Listens to the microphone for ten seconds, twice as long for a voice; or to the recording, and opens the
/// microphone only to learn which it is and at which volume it stands. Stores nothing.
[[nodiscard]] CalibratingResult run_calibration(const CalibratingRequest& request,
                                                const EventListener& listener);

}  // namespace preshift
