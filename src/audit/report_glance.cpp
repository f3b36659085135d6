#include "report_glance.hpp"

#include "audit_tables.hpp"
#include "table_cells.hpp"
#include "text_by_id.hpp"

#include <algorithm>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_most_named = 3;

/// The rules of which that count is highest.
std::string most(const AuditStatistics& all, std::int64_t RuleCounts::*count, Language language) {
  std::vector<RuleCounts> rules = all.rules;
  std::stable_sort(rules.begin(), rules.end(),
                   [&](const RuleCounts& a, const RuleCounts& b) { return a.*count > b.*count; });
  std::string list;
  for (std::size_t place = 0; place < std::min(rules.size(), k_most_named) && rules[place].*count > 0;
       ++place)
    list += (list.empty() ? "" : ", ") + rules[place].rule + " (" +
            count_words(rules[place].*count, language) + ")";
  return list.empty() ? said(audit_text("table.none"), language) : list;
}

/// Used or not. What an erasure left has no justification, and may be another line's too: it is not counted.
std::int64_t waivers_in_force(const AuditStatistics& all) {
  const std::int64_t now = all.now.time_since_epoch().count();
  return std::count_if(all.waivers.begin(), all.waivers.end(),
                       [&](const WaiverUse& use) { return use.until > now && !use.justification.empty(); });
}

}  // namespace

NamedValues report_glance(const AuditStatistics& all, Language language) {
  NamedValues glance;
  const auto add = [&](const Text& name, std::string value) {
    glance.lines.emplace_back(said(name, language), std::move(value));
  };
  const auto count = [&](std::size_t number) {
    return count_words(static_cast<std::int64_t>(number), language);
  };
  add(audit_text("glance.failed"), most(all, &RuleCounts::decisive, language));
  add(audit_text("glance.unknown"), most(all, &RuleCounts::undecided, language));
  add(audit_text("glance.onboardings"), said(audit_text("glance.within_30_days"), language,
                                             {count_words(expiring_onboardings(all), language)}));
  add(audit_text("glance.waivers"), count_words(waivers_in_force(all), language));
  add(audit_text("glance.repeated"), count(all.repeated.size()));
  add(audit_text("glance.clocks"), count(all.clock_anomalies.size()));
  return glance;
}

}  // namespace preshift
