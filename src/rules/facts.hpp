#pragma once

#include "applicability.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preshift {

/// A fact that every profile may ask for.
struct KnownFact {
  std::string_view name;
  std::span<const std::string_view> values;  ///< all it can be; empty: any name (is_name)
  bool is_free = false;                      ///< any one line of text: an identifier of a person or place
};

/// agent, site, role, shift, contract; time and weekday of the beginning of the check, in local time; capture
/// (live or recorded); room (enrolled or not-enrolled).
[[nodiscard]] std::span<const KnownFact> known_facts();

/// The fact of this name, or nullptr.
[[nodiscard]] const KnownFact* find_known_fact(std::string_view name);

inline constexpr std::string_view k_time_fact = "time";
inline constexpr std::string_view k_fact_option =
    "--fact";  ///< what problems with given facts are told under

/// "22:30" as minutes since midnight, 00:00 to 23:59; nullopt for any other text.
[[nodiscard]] std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);

/// "22:30".
[[nodiscard]] std::string written_time_of_day(std::chrono::minutes since_midnight);

}  // namespace preshift
