#pragma once

#include <span>
#include <string_view>

namespace preshift {

/// A unit as one may write it. A number in it, times `multiplier` and then divided by `divisor`, is the
/// number in the unit that limits are kept in: both are whole, so that 500 ms are 0.5 s to the last bit.
struct UnitSpelling {
  std::string_view text;
  double multiplier = 1;
  double divisor = 1;
};

/// How limits in one unit are written in rules.
struct LimitUnit {
  std::string_view symbol;                  ///< of measures.hpp
  std::span<const UnitSpelling> spellings;  ///< all that may follow the number; an empty one: nothing may
  double lowest = 0;                        ///< a limit outside [lowest, highest] is a mistake
  double highest = 0;
  bool whole = false;        ///< counts: only whole numbers
  bool sound_level = false;  ///< relative to 20 µPa, so known of a calibrated microphone only
  std::string_view example;  ///< a limit as one writes it
};

/// The unit with this symbol, or nullptr. Every unit of the catalogue's measures is there.
[[nodiscard]] const LimitUnit* find_limit_unit(std::string_view symbol);

/// The unit that may be written so ("ms" is that of "s"; "1" is that of plain numbers), or nullptr.
[[nodiscard]] const LimitUnit* find_spelled_unit(std::string_view written);

/// The symbols of every unit, in the order of the list.
[[nodiscard]] std::span<const std::string_view> limit_unit_symbols();

}  // namespace preshift
