#pragma once

#include <string_view>

namespace preshift {

/// What a measured number with its uncertainty must be to pass a limit (ILAC-G8:09/2019, section 4.2;
/// JCGM 106:2012, section 8). With a guard band of the width w:
enum class DecisionRule {
  simple,   ///< simple acceptance: the number alone is compared, w = 0; up to half of what is at the limit is
            ///< wrong
  guarded,  ///< passes inside the limit by w or more, fails outside it by more than w, unknown in between
  lenient,  ///< guarded rejection: passes unless it is outside the limit by more than w
};

/// "simple", "guarded", "lenient": the words of a rules file and of JSON.
[[nodiscard]] std::string_view to_string(DecisionRule rule);

struct Decision {
  DecisionRule rule = DecisionRule::guarded;
  double guard_band =
      1;  ///< w as a multiple of the expanded uncertainty U (k = 2), in (0, 3]; `simple` has none

  bool operator==(const Decision&) const = default;
};

inline constexpr double k_widest_guard_band = 3;

}  // namespace preshift
