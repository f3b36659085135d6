#include "date_time_stamp.hpp"

#include "utc_time.hpp"

#include <algorithm>
#include <string>

namespace preshift {
namespace {

constexpr std::size_t k_offset_size = 6;  // +hh:mm
constexpr std::string_view k_digits = "0123456789";

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(k_digits) == std::string_view::npos;
}

std::optional<std::chrono::minutes> offset_of(std::string_view text) {
  if (text == "Z") return std::chrono::minutes(0);
  const bool fits = text.size() == k_offset_size && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
                    all_digits(text.substr(1, 2)) && all_digits(text.substr(4));
  if (!fits) return std::nullopt;
  const int hours = (text[1] - '0') * 10 + text[2] - '0';
  const int minutes = (text[4] - '0') * 10 + text[5] - '0';
  if (hours > 14 || minutes > 59) return std::nullopt;
  const std::chrono::minutes offset(60 * hours + minutes);
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

std::optional<std::chrono::sys_seconds> from_date_time_stamp(std::string_view text) {
  constexpr std::size_t k_whole_seconds = 19;
  if (text.size() <= k_whole_seconds) return std::nullopt;
  const auto time = from_utc_text(std::string(text.substr(0, k_whole_seconds)) + "Z");
  text.remove_prefix(k_whole_seconds);
  if (text.starts_with('.')) {
    const std::size_t end = std::min(text.find_first_not_of(k_digits, 1), text.size());
    if (end == 1) return std::nullopt;
    text.remove_prefix(end);
  }
  const auto offset = offset_of(text);
  if (!time || !offset) return std::nullopt;
  return *time - *offset;
}

}  // namespace preshift
