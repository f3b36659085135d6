#pragma once

#include "event.hpp"
#include "used_calibration.hpp"

#include <optional>
#include <vector>

namespace preshift {

/// What a sound level meter measured. With a calibration levels are in dB(A), dB(C) and dB(Z), else in dBFS.
struct MeterReport {
  std::optional<SourceOpened> source;
  std::optional<Confined> confined;
  CalibrationUse calibration;
  Measurements measurements;          ///< `sound.*` and `chain.*`, in the catalogue's order
  std::optional<Spectrum> spectrum;   ///< none when it never came so far
  std::vector<SecondPassed> history;  ///< in the unit of the levels; -inf where nothing sounded
  std::optional<SourceProblem> problem;
};

}  // namespace preshift
