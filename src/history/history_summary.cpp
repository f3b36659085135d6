#include "history_summary.hpp"

#include <algorithm>
#include <map>

namespace preshift {
namespace {

RequirementMark mark_of(std::string_view result) {
  if (result == "pass" || result == "fixed") return RequirementMark::met;
  if (result == "fail") return RequirementMark::not_met;
  if (result == "notapplicable" || result == "notselected" || result == "informational")
    return RequirementMark::no_say;
  return RequirementMark::unknown;
}

std::chrono::sys_days monday_of(std::chrono::sys_days day) {
  return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

/// The mean of what is known.
class Mean {
 public:
  void add(const std::optional<double>& value) {
    if (!value) return;
    m_sum += *value;
    ++m_count;
  }
  [[nodiscard]] std::optional<double> value() const {
    return m_count == 0 ? std::nullopt : std::optional(m_sum / m_count);
  }

 private:
  double m_sum = 0;
  int m_count = 0;
};

std::vector<HistoryWeek> weeks_of(const std::vector<HistoryRecord>& records) {
  struct Week {
    HistoryWeek shown;
    Mean level;
    Mean voice;
  };
  std::map<std::chrono::sys_days, Week> by_monday;
  for (const HistoryRecord& record : records) {
    Week& week = by_monday[monday_of(local_day(record))];
    ++week.shown.checks;
    week.shown.cleared += record.outcome == "cleared" ? 1 : 0;
    week.level.add(record.level_dba);
    week.voice.add(record.voice_to_background_db);
  }
  std::vector<HistoryWeek> weeks;
  for (auto& [monday, week] : by_monday) {
    week.shown.monday = monday;
    week.shown.mean_level_dba = week.level.value();
    week.shown.mean_voice_to_background_db = week.voice.value();
    weeks.push_back(week.shown);
  }
  return weeks;
}

RequirementHistory& requirement_named(const std::string& name, HistorySummary& summary, std::size_t checks) {
  auto& all = summary.requirements;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
  if (found != all.end()) return *found;
  all.push_back({name, std::vector<RequirementMark>(checks, RequirementMark::no_say), 0, 0});
  return all.back();
}

void add_requirements(const std::vector<HistoryRecord>& records, HistorySummary& summary) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const RequirementRecord& each : records[i].requirements) {
      RequirementHistory& requirement = requirement_named(each.name, summary, records.size());
      const RequirementMark mark = mark_of(each.result);
      requirement.marks[i] = mark;
      requirement.met += mark == RequirementMark::met ? 1 : 0;
      requirement.judged += mark == RequirementMark::no_say ? 0 : 1;
    }
  }
  std::erase_if(summary.requirements, [](const RequirementHistory& each) { return each.judged == 0; });
}

void add_to_mend(const std::vector<HistoryRecord>& records, HistorySummary& summary) {
  std::map<std::string, std::size_t> counts;
  for (const HistoryRecord& record : records)
    for (const std::string& rule : record.to_mend) ++counts[rule];
  summary.to_mend.assign(counts.begin(), counts.end());
  std::stable_sort(summary.to_mend.begin(), summary.to_mend.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
}

}  // namespace

std::chrono::sys_days local_day(const HistoryRecord& record) {
  return std::chrono::floor<std::chrono::days>(record.at + record.local_offset);
}

HistorySummary summary_of(const std::vector<HistoryRecord>& records) {
  HistorySummary summary;
  for (const HistoryRecord& record : records) {
    summary.cleared += record.outcome == "cleared" ? 1 : 0;
    summary.not_cleared += record.outcome == "not_cleared" ? 1 : 0;
    summary.undecided += record.outcome == "undecided" ? 1 : 0;
    summary.recordings += record.is_live ? 0 : 1;
    summary.levels_dba.push_back(record.level_dba);
    summary.voices_db.push_back(record.voice_to_background_db);
  }
  summary.weeks = weeks_of(records);
  add_requirements(records, summary);
  add_to_mend(records, summary);
  return summary;
}

}  // namespace preshift
