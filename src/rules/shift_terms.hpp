#pragma once

#include "yaml_fields.hpp"

#include <chrono>
#include <optional>

namespace preshift {

/// What a profile asks of a shift's start.
struct ShiftTerms {
  std::optional<std::chrono::seconds>
      start_within;  ///< how old the check may be; none: the profile does not say
};

inline constexpr std::chrono::seconds k_shortest_start_within{60};
inline constexpr std::chrono::seconds k_longest_start_within{16 * 3600};

/// The value of the key `shift`: a mapping with `start_within`, such as 30 min.
[[nodiscard]] ShiftTerms read_shift_terms(const YamlNode& value, YamlFields& fields);

}  // namespace preshift
