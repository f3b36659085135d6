#pragma once

#include "calibration.hpp"

#include <optional>
#include <variant>

namespace preshift {

/// What the levels of a report rest on.
struct UsedCalibration {
  MicrophoneScale scale;
  std::optional<Calibration> stored;  ///< none when the scale was stated on the command line
};

/// Or why they rest on nothing: then they are relative to full scale.
using CalibrationUse = std::variant<Message, UsedCalibration>;

}  // namespace preshift
