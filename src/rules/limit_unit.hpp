#pragma once

#include <span>
#include <string_view>

namespace preshift {

/// How limits in one unit are written in rules. The place where conversions between units will live.
struct LimitUnit {
  std::string_view symbol;                      ///< of measures.hpp
  std::span<const std::string_view> spellings;  ///< all that may follow the number; an empty one: nothing may
  double lowest = 0;                            ///< a limit outside [lowest, highest] is a mistake
  double highest = 0;
  bool whole = false;        ///< counts: only whole numbers
  bool sound_level = false;  ///< relative to 20 µPa, so known of a calibrated microphone only
  std::string_view example;  ///< a limit as one writes it
};

/// The unit with this symbol, or nullptr. Every unit of the catalogue's measures is there.
[[nodiscard]] const LimitUnit* find_limit_unit(std::string_view symbol);

}  // namespace preshift
