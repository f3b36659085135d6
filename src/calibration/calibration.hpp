#pragma once

#include "event.hpp"
#include "sound_pressure.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// How a full scale came to be known.
enum class CalibrationMethod {
  reference,    ///< a sound calibrator on the microphone
  meter,        ///< a sound level meter beside the microphone
  sensitivity,  ///< the microphone's data sheet
  voice,        ///< the agent's own voice at a stated distance
};

/// "reference", "meter", "sensitivity", "voice": the words of the store and of JSON.
[[nodiscard]] std::string_view name_of(CalibrationMethod method);

/// Which microphone, as far as names tell. Two that are the same model are the same.
struct MicrophoneIdentity {
  std::string host_api;
  std::string name;
  std::string source;  ///< the sound server's name for its source; empty without a server

  friend bool operator==(const MicrophoneIdentity&, const MicrophoneIdentity&) = default;
};

[[nodiscard]] MicrophoneIdentity identity_of(const SourceOpened& source);

/// What volume controls show of a gain: their scale is cubic, so that 50 % is -18 dB.
[[nodiscard]] double volume_percent(double gain_db);

struct Calibration {
  MicrophoneIdentity microphone;
  std::optional<double> gain_db;  ///< the sound server's input volume at that time; none when not known
  CalibrationMethod method = CalibrationMethod::reference;
  MicrophoneScale scale;
  std::chrono::sys_seconds made_at;
  std::chrono::sys_seconds expires_at;  ///< from then on it is no longer used
  std::string note;                     ///< what it was made with, in a few words; may be empty
};

/// 365 days; for the voice 90.
[[nodiscard]] std::chrono::days default_validity(CalibrationMethod method);

/// The calibration that holds for this source, or why none does: a clause, with its remedy apart.
using CalibrationChoice = Expected<Calibration, Message>;

/// The newest calibration of this very microphone at this very input volume. None for a recording, which does
/// not tell its microphone, nor for a muted source. A calibration that has expired, was made at another input
/// volume (it is not recomputed: what a volume control does below its scale is not known), or is younger
/// than `now` (the clock was set back, so its age cannot be told) is not used.
[[nodiscard]] CalibrationChoice choose_calibration(const SourceOpened& source,
                                                   const std::vector<Calibration>& calibrations,
                                                   std::chrono::sys_seconds now);

/// Adds it in place of an earlier one of the same microphone at the same input volume.
void put_calibration(std::vector<Calibration>& calibrations, Calibration added);

}  // namespace preshift
