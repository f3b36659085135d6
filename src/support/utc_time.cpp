#include "utc_time.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace preshift {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_seconds;

constexpr std::string_view k_pattern = "dddd-dd-ddTdd:dd:ddZ";  // d: a digit
constexpr int k_first_year = 1970;

std::string digits(unsigned value, std::size_t count) {
  std::string written = std::to_string(value);
  return std::string(count - std::min(count, written.size()), '0') + written;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool fits_pattern(std::string_view text) {
  return std::equal(text.begin(), text.end(), k_pattern.begin(), k_pattern.end(),
                    [](char c, char wanted) { return wanted == 'd' ? is_digit(c) : c == wanted; });
}

/// Of a text that fits the pattern.
unsigned number_at(std::string_view text, std::size_t begin, std::size_t count) {
  unsigned number = 0;
  std::from_chars(text.data() + begin, text.data() + begin + count, number);
  return number;
}

}  // namespace

std::string to_utc_day(sys_seconds time) {
  const std::chrono::year_month_day day{floor<days>(time)};
  return digits(static_cast<unsigned>(static_cast<int>(day.year())), 4) + "-" +
         digits(static_cast<unsigned>(day.month()), 2) + "-" + digits(static_cast<unsigned>(day.day()), 2);
}

std::string to_utc_text(sys_seconds time) {
  const std::chrono::hh_mm_ss clock{time - floor<days>(time)};
  const auto two = [](auto duration) { return digits(static_cast<unsigned>(duration.count()), 2); };
  return to_utc_day(time) + "T" + two(clock.hours()) + ":" + two(clock.minutes()) + ":" +
         two(clock.seconds()) + "Z";
}

std::optional<sys_seconds> from_utc_text(std::string_view text) {
  if (!fits_pattern(text)) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(number_at(text, 0, 4))),
                                        std::chrono::month(number_at(text, 5, 2)),
                                        std::chrono::day(number_at(text, 8, 2))};
  const unsigned hour = number_at(text, 11, 2);
  const unsigned minute = number_at(text, 14, 2);
  const unsigned second = number_at(text, 17, 2);
  const bool exists =
      day.ok() && static_cast<int>(day.year()) >= k_first_year && hour < 24 && minute < 60 && second < 60;
  if (!exists) return std::nullopt;
  return std::chrono::sys_days(day) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second);
}

}  // namespace preshift
