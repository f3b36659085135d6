#include "local_hours.hpp"

#include <chrono>
#include <ctime>

namespace preshift {
namespace {

constexpr std::int64_t k_quarter_s = 900;

LocalHour asked(std::int64_t seconds) {
  const auto moment = static_cast<std::time_t>(seconds);
  std::tm local{};
  localtime_r(&moment, &local);
  const std::chrono::year_month_day date{std::chrono::year(local.tm_year + 1900),
                                         std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1),
                                         std::chrono::day(static_cast<unsigned>(local.tm_mday))};
  constexpr int k_sunday_first_to_monday_first = 6;
  return {static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()),
          static_cast<std::int8_t>((local.tm_wday + k_sunday_first_to_monday_first) % 7),
          static_cast<std::int8_t>(local.tm_hour)};
}

}  // namespace

LocalHour LocalHours::operator()(std::int64_t seconds) {
  const std::int64_t quarter =
      seconds >= 0 ? seconds / k_quarter_s : (seconds - k_quarter_s + 1) / k_quarter_s;
  const auto [found, is_new] = m_known.try_emplace(quarter);
  if (is_new) found->second = asked(quarter * k_quarter_s);
  return found->second;
}

}  // namespace preshift
