#include "date_axis.hpp"

#include "calendar_words.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Multiples of so many days; weeks begin on Monday.
std::vector<Tick> ticks_of_days(sys_days begin, sys_days end, int step, Language language) {
  constexpr days k_a_monday{4};  // 5 January 1970
  std::vector<Tick> ticks;
  const auto phase = (begin.time_since_epoch() - k_a_monday).count() % step;
  for (sys_days day = begin + days((step - phase) % step); day < end; day += days(step))
    ticks.push_back({days_since_epoch(day) + 0.5, short_day(day, language)});
  return ticks;
}

std::vector<Tick> ticks_of_months(sys_days begin, sys_days end, unsigned step, Language language) {
  std::vector<Tick> ticks;
  const year_month_day first(begin);
  auto month = first.year() / first.month();
  for (; sys_days(month / 1) < end; month += std::chrono::months(1)) {
    const bool is_marked = (static_cast<unsigned>(month.month()) - 1) % step == 0;
    if (is_marked && sys_days(month / 1) >= begin)
      ticks.push_back({days_since_epoch(month / 1), short_month(month / 1, language)});
  }
  return ticks;
}

std::vector<Tick> ticks_of_years(sys_days begin, sys_days end, int most) {
  const int first = static_cast<int>(year_month_day(begin).year());
  const int last = static_cast<int>(year_month_day(end).year());
  const int step = (last - first) / std::max(most, 1) + 1;
  std::vector<Tick> ticks;
  for (int year = first; year <= last; year += step) {
    const sys_days day = std::chrono::year(year) / 1 / 1;
    if (day >= begin && day < end) ticks.push_back({days_since_epoch(day), std::to_string(year)});
  }
  return ticks;
}

}  // namespace

std::vector<Tick> date_ticks(sys_days begin, sys_days end, int most, Language language) {
  const auto span = (end - begin).count();
  for (const int step : {1, 2, 7, 14})
    if (span <= static_cast<long>(most) * step) return ticks_of_days(begin, end, step, language);
  constexpr double k_days_of_a_month = 30.4;
  for (const unsigned step : {1U, 3U, 6U})
    if (static_cast<double>(span) <= most * step * k_days_of_a_month)
      return ticks_of_months(begin, end, step, language);
  return ticks_of_years(begin, end, most);
}

}  // namespace preshift
