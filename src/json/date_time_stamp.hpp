#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace preshift {

/// A moment as XML Schema's dateTimeStamp writes it, as credentials do: `2026-03-01T08:30:00Z`, with a
/// fraction of a second (which is left out) or an offset such as `+01:00` instead of the Z when the author
/// wants. None for anything else.
[[nodiscard]] std::optional<std::chrono::sys_seconds> from_date_time_stamp(std::string_view text);

}  // namespace preshift
