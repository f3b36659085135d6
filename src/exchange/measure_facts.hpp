#pragma once

#include "measures.hpp"

#include <limits>
#include <span>
#include <string_view>

namespace preshift {

/// What must be there for a measure to be known.
enum class Need {
  microphone,
  camera,
  calibration,  ///< for a limit in sound pressure; without it the level is in dBFS and such a limit unknown
  voice,        ///< the agent reads a sentence aloud
  room,         ///< the room is enrolled
  loudspeaker,  ///< and the employer's nonce
  model,        ///< a neural network that is installed apart (models/README.md)
  approval,     ///< the employer approved the agent's onboarding
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view name_of(Need need);

/// What a measure can be at all, both ends included; without an end where nothing sets one.
struct ValueRange {
  double lowest = -std::numeric_limits<double>::infinity();
  double highest = std::numeric_limits<double>::infinity();
};

/// What one measure, or all whose names begin alike, have in common.
struct MeasureFacts {
  std::string_view prefix;      ///< of their names; the longest that fits counts
  std::span<const Need> needs;  ///< the sensor first, if there is one
  Text method;                  ///< how it is measured, in a sentence
  ValueRange range{};           ///< narrower than the unit's own, if any
};

/// Those of this measure, or nullptr for one that nobody described (a test forbids that).
[[nodiscard]] const MeasureFacts* find_measure_facts(std::string_view name);

/// What the measure needs; of one that nobody described, its sensor.
[[nodiscard]] std::span<const Need> needs_of(const Measure& measure);

/// What the number can be: a share lies between 0 and 100 %, a count is not negative. Not for words.
[[nodiscard]] ValueRange possible_values(const Measure& measure);

}  // namespace preshift
