#include "audit_statistics.hpp"

#include "audit_texts.hpp"
#include "hex.hpp"
#include "local_hours.hpp"
#include "reading_scope.hpp"
#include "statistics_parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace preshift {
namespace {

/// A certificate as it is kept until all that decides it was read.
struct KeptRow {
  LogIndex index = 0;
  std::int64_t issued_at = 0;
  std::int32_t agent = 0;
  std::int32_t site = 0;
  std::int32_t profile = 0;
  float level_dba = std::numeric_limits<float>::quiet_NaN();
  float uncertainty_db = 0;
  float limit_dba = std::numeric_limits<float>::quiet_NaN();
  Outcome outcome = Outcome::undecided;
  CertificateKind kind = CertificateKind::pre_shift;
};

KeptRow kept(const CertificateRow& row) {
  return {row.index,     row.issued_at,      row.agent,     row.site,    row.profile,
          row.level_dba, row.uncertainty_db, row.limit_dba, row.outcome, row.kind};
}

class Counting {
 public:
  Counting(AuditStore& store, AuditStatistics& statistics) : m_store(store), m_all(statistics) {}

  Result<void> count() {
    if (auto known = require_known_names(m_store, m_all.filter); !known) return known;
    auto names = m_store.names();
    if (!names) return Failure{names.error()};
    m_names = std::move(*names);
    if (auto read = read_certificates(); !read) return read;
    if (auto read = read_failed_rules(); !read) return read;
    count_rows();
    finish_rules();
    return read_waivers();
  }

  /// What several of the certificates that are counted, or one of them and others, have in common.
  Result<void> read_repeated() {
    auto row = m_rows.begin();
    std::map<std::int32_t, std::map<std::int32_t, LogIndex>> first;  // of each agent and key
    auto repeated = m_store.repeated([&](LogIndex index, std::int32_t issuer) {
      while (row != m_rows.end() && row->index < index) ++row;
      if (row != m_rows.end() && row->index == index && row->agent != 0)
        first[row->agent].emplace(issuer, index);
    });
    if (!repeated) return Failure{repeated.error()};
    for (AuditStore::Repeated& each : *repeated)
      if (std::any_of(each.certificates.begin(), each.certificates.end(),
                      [&](LogIndex index) { return counts(index); }))
        m_all.repeated.push_back(std::move(each));
    for (const auto& [agent, keys] : first) {
      if (keys.size() < 2) continue;
      AuditStore::Repeated shared{AuditStore::Repeated::What::agent, name(agent), {}};
      for (const auto& [issuer, index] : keys) shared.certificates.push_back(index);
      std::sort(shared.certificates.begin(), shared.certificates.end());
      m_all.repeated.push_back(std::move(shared));
    }
    return {};
  }

  /// Those in force now may have been issued long before the period.
  Result<std::map<LogIndex, OnboardingLine>> onboardings() {
    std::map<LogIndex, OnboardingLine> lines;
    if (!m_all.filter.from && !m_all.filter.until) return m_onboardings;
    AuditFilter whenever;
    whenever.site = m_all.filter.site;
    whenever.agent = m_all.filter.agent;
    whenever.profile = m_all.filter.profile;
    auto read = m_store.each_certificate(whenever, [&](const CertificateRow& row) {
      if (row.kind == CertificateKind::onboarding) lines[row.index] = onboarding_line(row);
    });
    if (!read) return Failure{read.error()};
    return lines;
  }

 private:
  [[nodiscard]] bool counts(LogIndex index) const {
    return std::binary_search(m_rows.begin(), m_rows.end(), KeptRow{index},
                              [](const KeptRow& a, const KeptRow& b) { return a.index < b.index; });
  }

  const std::string& name(std::int32_t number) const {
    static const std::string k_none;
    const auto place = static_cast<std::size_t>(number);
    return number >= 0 && place < m_names.size() ? m_names[place] : k_none;
  }

  [[nodiscard]] OnboardingLine onboarding_line(const CertificateRow& row) const {
    return {name(row.agent), name(row.site), row.issued_at, row.valid_until, std::nullopt, false};
  }

  Result<void> read_certificates() {
    std::int64_t first = std::numeric_limits<std::int64_t>::max(),
                 last = std::numeric_limits<std::int64_t>::min();
    auto read = m_store.each_certificate(m_all.filter, [&](const CertificateRow& row) {
      m_all.recordings += row.is_live ? 0 : 1;
      m_all.erased += row.is_erased ? 1 : 0;
      first = std::min(first, row.issued_at);
      last = std::max(last, row.issued_at);
      m_rows.push_back(kept(row));
      if (row.kind == CertificateKind::onboarding) m_onboardings[row.index] = onboarding_line(row);
    });
    m_middle = m_rows.empty() ? 0 : first + (last - first) / 2;
    return read;
  }

  /// Both come in the order of the log.
  Result<void> read_failed_rules() {
    const std::string& wanted = m_all.filter.requirement;
    if (!wanted.empty())
      for (KeptRow& row : m_rows) row.outcome = Outcome::cleared;
    auto row = m_rows.begin();
    return m_store.each_failed_rule(m_all.filter, [&](const FailedRuleRow& failed) {
      while (row != m_rows.end() && row->index < failed.certificate) ++row;
      if (row == m_rows.end() || row->index != failed.certificate) return;
      if (!wanted.empty()) {
        if (name(failed.requirement) != wanted) return;
        judge(*row, failed);
      }
      count_rule(*row, failed);
    });
  }

  /// What the row comes to by this requirement alone.
  static void judge(KeptRow& row, const FailedRuleRow& failed) {
    if (!failed.required || failed.waived) return;
    if (failed.result == RuleResult::fail) {
      row.outcome = Outcome::not_cleared;
    } else if (row.outcome == Outcome::cleared) {
      row.outcome = Outcome::undecided;
    }
  }

  void count_rule(const KeptRow& row, const FailedRuleRow& failed) {
    if (row.kind != CertificateKind::pre_shift) return;
    RuleCounts& counts = m_rules[std::tuple(failed.rule, failed.requirement, failed.required)];
    const bool has_failed = failed.result == RuleResult::fail;
    (has_failed ? counts.failed : counts.undecided) += 1;
    counts.waived += failed.waived ? 1 : 0;
    counts.decisive += has_failed && failed.required && !failed.waived ? 1 : 0;
    counts.in_half[row.issued_at > m_middle ? 1 : 0] += 1;
    if (!has_failed) m_unknowns[std::pair(failed.rule, failed.reason)] += 1;
  }

  void count_rows() {
    std::vector<OutcomeCounts> sites(m_names.size()), agents(m_names.size()), profiles(m_names.size());
    LocalHours hours;
    const auto at = [](std::vector<OutcomeCounts>& counts, std::int32_t number) -> OutcomeCounts& {
      return counts.at(static_cast<std::size_t>(number));
    };
    for (const KeptRow& row : m_rows) {
      if (row.kind == CertificateKind::onboarding) {
        m_all.onboardings.add(row.outcome);
        continue;
      }
      const LocalHour when = hours(row.issued_at);
      m_all.checks.add(row.outcome);
      m_all.checks_in_half.at(row.issued_at > m_middle ? 1 : 0) += 1;
      m_all.days[when.day].add(row.outcome);
      m_all.week.at(static_cast<std::size_t>(when.weekday))
          .at(static_cast<std::size_t>(when.hour))
          .add(row.outcome);
      at(sites, row.site).add(row.outcome);
      at(agents, row.agent).add(row.outcome);
      at(profiles, row.profile).add(row.outcome);
      if (!std::isnan(row.level_dba)) count_level(row, when);
    }
    for (std::size_t number = 0; number < m_names.size(); ++number) {
      if (sites[number].all() > 0) m_all.sites[m_names[number]] += sites[number];
      if (agents[number].all() > 0) m_all.agents[m_names[number]] += agents[number];
      if (profiles[number].all() > 0) m_all.profiles[m_names[number]] += profiles[number];
    }
    gather_levels();
    if (m_all.levels.count > 0)
      m_all.mean_uncertainty_db = m_uncertainties / static_cast<double>(m_all.levels.count);
  }

  void count_level(const KeptRow& row, const LocalHour& when) {
    LevelCounts& here = m_levels[std::pair(row.site, when.hour)];
    here.add(row.level_dba, row.agent);
    m_uncertainties += static_cast<double>(row.uncertainty_db);
    if (std::isnan(row.limit_dba)) return;
    ++m_all.limits_dba[row.limit_dba];
    here.over += row.level_dba - row.uncertainty_db > row.limit_dba ? 1 : 0;
    here.in_doubt += std::abs(row.level_dba - row.limit_dba) <= row.uncertainty_db ? 1 : 0;
  }

  void gather_levels() {
    for (const auto& [place, counts] : m_levels) {
      m_all.levels_by_hour[{name(place.first), place.second}] = counts;
      m_all.levels += counts;
    }
  }

  void finish_rules() {
    for (auto& [key, counts] : m_rules) {
      counts.rule = name(std::get<0>(key));
      counts.requirement = name(std::get<1>(key));
      counts.required = std::get<2>(key);
      m_all.rules.push_back(counts);
    }
    std::stable_sort(m_all.rules.begin(), m_all.rules.end(), [](const RuleCounts& a, const RuleCounts& b) {
      return std::tuple(-a.failed, -a.undecided, a.rule) < std::tuple(-b.failed, -b.undecided, b.rule);
    });
    for (const auto& [key, count] : m_unknowns)
      m_all.unknowns.push_back({name(key.first), name(key.second), count});
    std::stable_sort(m_all.unknowns.begin(), m_all.unknowns.end(),
                     [](const UnknownCause& a, const UnknownCause& b) {
                       return std::tie(b.count, a.rule, a.reason) < std::tie(a.count, b.rule, b.reason);
                     });
  }

  Result<void> read_waivers() {
    std::map<std::tuple<std::int32_t, std::int32_t, std::int64_t, std::string>, WaiverUse> uses;
    auto read = m_store.each_waiver(m_all.filter, [&](const WaiverRow& row) {
      WaiverUse& use = uses[{row.rule, row.approver, row.until, row.justification}];
      use.checks += 1;
      use.uses += row.state == WaiverState::counts ? 1 : 0;
    });
    if (!read) return read;
    for (auto& [key, use] : uses) {
      std::tie(std::ignore, std::ignore, use.until, use.justification) = key;
      use.rule = name(std::get<0>(key));
      use.approver = name(std::get<1>(key));
      m_all.waivers.push_back(std::move(use));
    }
    std::stable_sort(m_all.waivers.begin(), m_all.waivers.end(),
                     [](const WaiverUse& a, const WaiverUse& b) { return a.uses > b.uses; });
    return {};
  }

  AuditStore& m_store;
  AuditStatistics& m_all;
  std::vector<std::string> m_names;
  std::vector<KeptRow> m_rows;
  std::int64_t m_middle = 0;
  double m_uncertainties = 0;
  std::map<std::tuple<std::int32_t, std::int32_t, bool>, RuleCounts> m_rules;
  std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> m_unknowns;
  std::map<std::pair<std::int32_t, int>, LevelCounts> m_levels;
  std::map<LogIndex, OnboardingLine> m_onboardings;
};

Result<void> read_log(AuditStore& store, AuditStatistics& all) {
  const auto state = store.log_state();
  if (!state) return Failure{state.error()};
  all.place = store.place();
  all.log_size = state->tree.size();
  all.log_root = to_hex(state->tree.root());
  all.checkpoint = state->checkpoint;
  return {};
}

}  // namespace

void LevelCounts::add(double level_dba, std::int32_t of_agent) {
  const double bin = std::floor((level_dba - k_lowest_dba) * k_tenths);
  ++at.at(static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(at.size() - 1))));
  ++of_agents[of_agent];
  ++count;
}

LevelCounts& LevelCounts::operator+=(const LevelCounts& other) {
  for (const auto& [agent, checks] : other.of_agents) of_agents[agent] += checks;
  count += other.count;
  over += other.over;
  in_doubt += other.in_doubt;
  for (std::size_t bin = 0; bin < at.size(); ++bin) at[bin] += other.at[bin];
  return *this;
}

bool LevelCounts::are_told() const {
  std::int64_t agents = 0, most = 0, of_nobody_known = 0;
  for (const auto& [agent, checks] : of_agents) {
    if (agent == 0) {
      of_nobody_known = checks;
    } else {
      ++agents;
      most = std::max(most, checks);
    }
  }
  return count >= k_fewest_told && agents >= k_fewest_agents_told && 2 * (most + of_nobody_known) <= count;
}

double LevelCounts::quantile(double share) const {
  const auto wanted = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(count)));
  std::int64_t below = 0;
  for (std::size_t bin = 0; bin < at.size(); ++bin) {
    below += at[bin];
    if (below >= wanted && below > 0) return k_lowest_dba + (static_cast<double>(bin) + 0.5) / k_tenths;
  }
  return k_highest_dba;
}

Result<void> require_known_names(AuditStore& store, const AuditFilter& filter) {
  using NameOf = AuditStore::NameOf;
  const auto require = [&](NameOf what, const std::string& name, const Text& unknown) -> Result<void> {
    if (name.empty()) return {};
    const auto has = store.has_name(what, name);
    if (!has) return Failure{has.error()};
    if (!*has) return unusable_input(unknown, name);
    return {};
  };
  if (auto known = require(NameOf::requirement, filter.requirement, audit_text("report.no_requirement"));
      !known)
    return known;
  if (auto known = require(NameOf::site, filter.site, audit_text("report.no_site")); !known) return known;
  if (auto known = require(NameOf::agent, filter.agent, audit_text("report.no_agent")); !known) return known;
  return require(NameOf::profile, filter.profile, audit_text("report.no_profile"));
}

Result<AuditStatistics> audit_statistics(AuditStore& store, const AuditFilter& filter,
                                         std::chrono::sys_seconds now, Refused refused) {
  AuditStatistics all;
  const ReadingScope scope(store);
  if (!scope.begun()) return Failure{scope.begun().error()};
  all.filter = filter;
  all.now = now;
  if (auto read = read_log(store, all); !read) return Failure{read.error()};
  Counting counting(store, all);
  if (auto counted = counting.count(); !counted) return Failure{counted.error()};
  auto onboardings = counting.onboardings();
  if (!onboardings) return Failure{onboardings.error()};
  if (auto read = read_onboardings(store, std::move(*onboardings), all); !read) return Failure{read.error()};
  if (auto read = read_shifts(store, all); !read) return Failure{read.error()};
  if (auto read = read_records(store, all); !read) return Failure{read.error()};
  if (refused == Refused::counted)
    if (auto read = read_rejections(store, all); !read) return Failure{read.error()};
  if (auto read = counting.read_repeated(); !read) return Failure{read.error()};
  return all;
}

}  // namespace preshift
