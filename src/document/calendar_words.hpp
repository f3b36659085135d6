#pragma once

#include "text.hpp"

#include <chrono>
#include <string>

namespace preshift {

/// Days as people write them. Weekdays are numbered as ISO 8601 has them: Monday is 1, Sunday 7.

/// "26 November 2026", "1er novembre 2026".
[[nodiscard]] std::string written_day(std::chrono::sys_days day, Language language);

/// "26 Nov", "26 nov.": for an axis.
[[nodiscard]] std::string short_day(std::chrono::sys_days day, Language language);

/// "Nov 2026", "nov. 2026".
[[nodiscard]] std::string short_month(std::chrono::sys_days day, Language language);

/// "Monday", "lundi", in the middle of a sentence.
[[nodiscard]] std::string weekday_name(unsigned iso_weekday, Language language);

/// "Mon", "lun.".
[[nodiscard]] std::string short_weekday(unsigned iso_weekday, Language language);

}  // namespace preshift
