#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// A moment in UTC as `2026-03-01T08:30:00Z` (ISO 8601), for years 1970 to 9999.
[[nodiscard]] std::string to_utc_text(std::chrono::sys_seconds time);

/// Reads exactly that form; none for anything else, nor for a day or hour that does not exist.
[[nodiscard]] std::optional<std::chrono::sys_seconds> from_utc_text(std::string_view text);

/// The day alone: `2026-03-01`.
[[nodiscard]] std::string to_utc_day(std::chrono::sys_seconds time);

}  // namespace preshift
