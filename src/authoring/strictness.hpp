#pragma once

#include <string_view>

namespace preshift {

/// What a change makes of a demand. B is stricter than A when all that passes B passes A too, and something
/// that passes A does not pass B.
enum class Strictness {
  same,      ///< the same passes
  stricter,  ///< less passes
  laxer,     ///< more passes
  changed,   ///< something else passes, or it cannot be told
};

/// The names above, as in JSON.
[[nodiscard]] constexpr std::string_view to_string(Strictness strictness) {
  switch (strictness) {
    case Strictness::same:
      return "same";
    case Strictness::stricter:
      return "stricter";
    case Strictness::laxer:
      return "laxer";
    case Strictness::changed:
      break;
  }
  return "changed";
}

/// Of two changes that happen together.
[[nodiscard]] constexpr Strictness together(Strictness one, Strictness other) {
  if (one == Strictness::same) return other;
  if (other == Strictness::same || one == other) return one;
  return Strictness::changed;
}

}  // namespace preshift
