#include "report_charts.hpp"

#include "audit_texts.hpp"
#include "bars_chart.hpp"
#include "heat_map.hpp"
#include "level_chart.hpp"
#include "share_chart.hpp"
#include "table_cells.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

namespace preshift {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The day, week or month that a day is in: begin and end.
struct Period {
  sys_days begin;
  sys_days end;
};

constexpr days k_days_at_most{62};
constexpr days k_weeks_at_most{366};

Period period_of(sys_days day, days whole) {
  if (whole <= k_days_at_most) return {day, day + days(1)};
  if (whole <= k_weeks_at_most) {
    const std::chrono::weekday weekday(day);
    const sys_days monday = day - (weekday - std::chrono::Monday);
    return {monday, monday + days(7)};
  }
  const std::chrono::year_month_day date(day);
  const auto month = date.year() / date.month();
  return {sys_days(month / 1), sys_days((month + std::chrono::months(1)) / 1)};
}

std::size_t count(std::int64_t number) {
  return static_cast<std::size_t>(number);
}

}  // namespace

Chart outcomes_chart(const AuditStatistics& all, Language language) {
  std::vector<OutcomesOfPeriod> periods;
  const days whole =
      all.days.empty() ? days(0) : days(all.days.rbegin()->first - all.days.begin()->first + 1);
  for (const auto& [day, counts] : all.days) {
    const Period period = period_of(sys_days(days(day)), whole);
    if (periods.empty() || periods.back().begin != period.begin)
      periods.push_back({period.begin, period.end});
    OutcomesOfPeriod& last = periods.back();
    last.cleared += count(counts.cleared);
    last.not_cleared += count(counts.not_cleared);
    last.undecided += count(counts.undecided);
  }
  return share_chart(said(audit_text("report.outcomes"), language), periods, language);
}

Chart reasons_chart(const AuditStatistics& all, Language language) {
  std::vector<NamedCount> counts;
  for (const RuleCounts& rule : all.rules)
    if (rule.decisive > 0) counts.push_back({rule.rule, count(rule.decisive)});
  std::stable_sort(counts.begin(), counts.end(),
                   [](const NamedCount& a, const NamedCount& b) { return a.count > b.count; });
  return bars_chart(said(audit_text("report.reasons"), language), counts, language);
}

Chart levels_chart(const AuditStatistics& all, Language language) {
  LevelHistogram histogram;
  std::vector<std::size_t> at(all.levels.at.size() / k_tenths);  // in whole dB
  for (std::size_t bin = 0; bin < all.levels.at.size(); ++bin)
    at[bin / k_tenths] += count(all.levels.at[bin]);
  std::size_t first = 0, last = at.size();
  while (first < last && at[first] == 0) ++first;
  while (last > first && at[last - 1] == 0) --last;
  histogram.lowest_dba = k_lowest_dba + static_cast<double>(first);
  for (std::size_t bin = first; bin < last; ++bin) histogram.counts.push_back(at[bin]);
  std::vector<LevelLimit> limits;
  for (const auto& [limit, checks] : all.limits_dba) limits.push_back({limit, count(checks)});
  return level_chart(said(audit_text("report.levels_chart"), language), histogram, limits,
                     all.mean_uncertainty_db, language);
}

Chart week_chart(const AuditStatistics& all, Language language) {
  WeekOfHours week;
  week.unit = "%";
  for (std::size_t day = 0; day < all.week.size(); ++day)
    for (std::size_t hour = 0; hour < all.week[day].size(); ++hour) {
      const OutcomeCounts& counts = all.week[day][hour];
      if (counts.all() > 0)
        week.values[day][hour] =
            100.0 * static_cast<double>(counts.not_cleared) / static_cast<double>(counts.all());
    }
  return heat_map(said(audit_text("report.week"), language), week, language);
}

}  // namespace preshift
