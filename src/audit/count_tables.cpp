#include "audit_tables.hpp"
#include "table_cells.hpp"
#include "text_by_id.hpp"
#include "utc_time.hpp"

#include <array>
#include <cmath>
#include <ctime>
#include <utility>
#include <vector>

namespace preshift {
namespace {

/// What a table of counts is called, and what its first column is of.
struct CountsOf {
  const char* name;
  Text title;
  Text first;
};

/// A row for each key, as `shown` says it.
template <class Key, class Shown>
Table counts_table(const CountsOf& what, const std::map<Key, OutcomeCounts>& counts, const Shown& shown,
                   Language language) {
  Table table = empty_table(what.name, what.title,
                            {{what.first},
                             {audit_text("column.checks"), true},
                             {audit_text("column.cleared"), true},
                             {audit_text("column.not_cleared"), true},
                             {audit_text("column.undecided"), true},
                             {audit_text("column.share"), true}},
                            language);
  for (const auto& [key, each] : counts)
    table.rows.push_back({words_cell(shown(key)), count_cell(each.all()), count_cell(each.cleared),
                          count_cell(each.not_cleared), count_cell(each.undecided),
                          share_cell(each.cleared, each.all())});
  return table;
}

Text word_of(Trend trend) {
  switch (trend) {
    case Trend::rising:
      return audit_text("word.rising");
    case Trend::falling:
      return audit_text("word.falling");
    case Trend::steady:
      break;
  }
  return audit_text("word.steady");
}

}  // namespace

Trend trend_of(const RuleCounts& counts, std::int64_t first_half, std::int64_t second_half) {
  if (first_half == 0 || second_half == 0) return Trend::steady;
  const auto first = static_cast<double>(counts.in_half[0]), second = static_cast<double>(counts.in_half[1]);
  const double ratio = static_cast<double>(second_half) / static_cast<double>(first_half);
  // Of counts that come by chance alone, the variance is their mean.
  const double difference = second - first * ratio;
  const double deviation = std::sqrt(second + first * ratio * ratio);
  if (std::abs(difference) <= 2 * deviation) return Trend::steady;
  return difference > 0 ? Trend::rising : Trend::falling;
}

std::string local_text(std::int64_t seconds) {
  const auto moment = static_cast<std::time_t>(seconds);
  std::tm local{};
  localtime_r(&moment, &local);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local);
  return {text.data(), size};
}

std::string day_text(std::int32_t days) {
  return to_utc_day(std::chrono::sys_seconds(std::chrono::days(days)));
}

Table days_table(const AuditStatistics& all, Language language) {
  return counts_table({"days", audit_text("table.days"), audit_text("column.day")}, all.days, day_text,
                      language);
}

Table sites_table(const AuditStatistics& all, Language language) {
  const auto shown = [&](const std::string& site) { return shown_site(site, language); };
  return counts_table({"sites", audit_text("table.sites"), audit_text("column.site")}, all.sites, shown,
                      language);
}

Table agents_table(const AuditStatistics& all, Language language) {
  const auto shown = [&](const std::string& agent) { return shown_agent(agent, language); };
  return counts_table({"agents", audit_text("table.agents"), audit_text("column.agent")}, all.agents, shown,
                      language);
}

Table profiles_table(const AuditStatistics& all, Language language) {
  const auto shown = [](const std::string& profile) { return profile; };
  return counts_table({"profiles", audit_text("table.profiles"), audit_text("column.profile")}, all.profiles,
                      shown, language);
}

Table rules_table(const AuditStatistics& all, Language language) {
  Table table = empty_table("rules", audit_text("table.rules"),
                            {{audit_text("column.rule")},
                             {audit_text("column.requirement")},
                             {audit_text("column.severity")},
                             {audit_text("column.failed"), true},
                             {audit_text("column.unknown"), true},
                             {audit_text("column.waived"), true},
                             {audit_text("column.share_of_checks"), true},
                             {audit_text("column.trend")}},
                            language);
  for (const RuleCounts& rule : all.rules)
    table.rows.push_back(
        {words_cell(rule.rule), words_cell(rule.requirement),
         words_cell(
             said(rule.required ? audit_text("word.required") : audit_text("word.advisory"), language)),
         count_cell(rule.failed), count_cell(rule.undecided), count_cell(rule.waived),
         share_cell(rule.failed + rule.undecided, all.checks.all()),
         words_cell(said(word_of(trend_of(rule, all.checks_in_half[0], all.checks_in_half[1])), language))});
  return table;
}

Table unknowns_table(const AuditStatistics& all, Language language) {
  Table table = empty_table(
      "unknowns", audit_text("table.unknowns"),
      {{audit_text("column.rule")}, {audit_text("column.reason")}, {audit_text("column.count"), true}},
      language);
  for (const UnknownCause& cause : all.unknowns)
    table.rows.push_back({words_cell(cause.rule),
                          words_cell(cause.reason.empty() ? said(audit_text("word.no_reason"), language)
                                                          : words_of_reason(cause.reason, {}, language)),
                          count_cell(cause.count)});
  return table;
}

Table levels_table(const AuditStatistics& all, bool detail, Language language) {
  Table table = empty_table("levels", audit_text("table.levels"),
                            {{audit_text("column.site")},
                             {audit_text("column.hour"), true},
                             {audit_text("column.checks"), true},
                             {audit_text("column.median"), true},
                             {audit_text("column.high"), true},
                             {audit_text("column.over"), true},
                             {audit_text("column.in_doubt"), true}},
                            language);
  constexpr double k_median = 0.5, k_high = 0.95;
  for (const auto& [place, counts] : all.levels_by_hour) {
    std::vector<Cell> row{words_cell(shown_site(place.site, language)), count_cell(place.hour),
                          count_cell(counts.count)};
    if (detail || counts.are_told()) {
      row.push_back(number_cell(counts.quantile(k_median), 1));
      const bool is_told = detail || counts.count >= k_fewest_high_told;
      row.push_back(is_told ? number_cell(counts.quantile(k_high), 1) : Cell{});
      for (const std::int64_t count : {counts.over, counts.in_doubt}) row.push_back(count_cell(count));
    }
    row.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace preshift
