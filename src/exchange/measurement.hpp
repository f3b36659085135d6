#pragma once

#include "text.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// A number with its unit (in Measurement::unit) and its expanded uncertainty U in the same unit: coverage
/// factor k = 2, about 95 % (JCGM 100). The standard uncertainty is U / 2. Both are finite, U >= 0.
struct Quantity {
  double value = 0;
  double expanded_uncertainty = 0;
  bool is_upper_bound = false;  ///< the truth may lie anywhere below: the sensor's own noise hides it
};

/// A value that is a word, such as the state of a door.
struct State {
  std::string value;
};

enum class AbsenceKind {
  unknown,   ///< it could not be measured; the reason says what would make it known
  declined,  ///< the agent declined the sensor, or the sensor was not part of this check
  failed,    ///< the sensor's device failed
};

/// Why there is no value. Never a value by another name: an absence neither passes nor fails.
struct Absence {
  AbsenceKind kind = AbsenceKind::unknown;
  Message reason;
};

/// One fact about the workspace. Holds numbers and words only, so that nothing downstream of the sensing
/// program can hold a sound or a picture.
struct Measurement {
  std::string name;  ///< a name of the catalogue (measures.hpp), such as `sound.laeq`
  std::string unit;  ///< a unit symbol (measures.hpp); empty for a State
  std::variant<Quantity, State, Absence> outcome;
  /// Why the value, though measured right, may not be that of the room: the sound was processed on its way,
  /// or a program made the pictures. It is shown, but a rule on it is unknown.
  std::optional<Message> doubt{};
  /// What the value alone does not say, such as for how long; shown beside it, judged by nobody.
  std::optional<Message> note{};
};

using Measurements = std::vector<Measurement>;

[[nodiscard]] inline Measurement quantity(std::string name, std::string unit, double value, double expanded) {
  return {std::move(name), std::move(unit), Quantity{value, expanded}};
}

[[nodiscard]] inline Measurement unknown(std::string name, std::string unit, Message reason) {
  return {std::move(name), std::move(unit), Absence{AbsenceKind::unknown, std::move(reason)}};
}

}  // namespace preshift
