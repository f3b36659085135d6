#include "audit_log.hpp"
#include "audit_tables.hpp"
#include "rejections.hpp"
#include "table_cells.hpp"
#include "text_by_id.hpp"

#include <algorithm>

namespace preshift {
namespace {

constexpr std::size_t k_most_repeated = 10'000;  ///< lines of the table: each is looked up
constexpr std::int64_t k_soon_s = std::int64_t{30} * 24 * 3600;

std::int64_t seconds(std::chrono::sys_seconds moment) {
  return moment.time_since_epoch().count();
}

Text why(UnclearedShift::Why reason) {
  switch (reason) {
    case UnclearedShift::Why::not_cleared:
      return audit_text("word.shift_not_cleared");
    case UnclearedShift::Why::not_live:
      return audit_text("word.not_live");
    case UnclearedShift::Why::outside_validity:
      return audit_text("word.outside_validity");
    case UnclearedShift::Why::of_another:
      return audit_text("word.of_another");
    case UnclearedShift::Why::not_in_store:
      break;
  }
  return audit_text("word.not_in_store");
}

constexpr int k_expiring = 1;
struct OnboardingState {
  Text word;
  Tone tone = Tone::neutral;
  std::int64_t until = 0;
  int order = 0;  ///< those that ask for something first
};

OnboardingState state_of(const OnboardingLine& line, std::int64_t now) {
  if (line.refused) return {audit_text("word.refused"), Tone::bad, 0, 3};
  const std::int64_t until =
      line.approved_until ? std::min(*line.approved_until, line.certificate_until) : line.certificate_until;
  if (until <= now) return {audit_text("word.expired"), Tone::bad, until, 0};
  if (!line.approved_until) return {audit_text("word.pending"), Tone::open, until, 2};
  if (until <= now + k_soon_s) return {audit_text("word.expiring"), Tone::open, until, k_expiring};
  return {audit_text("word.approved"), Tone::good, until, 4};
}

std::string note_of(const Record& record) {
  return text_member(record_details(record.text), "note").value_or("");
}

Cell mark_cell(const Record& record, Language language) {
  if (record.kind == RecordKind::dispute)
    return words_cell(said(audit_text("word.dispute"), language), Tone::open);
  if (record.event == "violation") return words_cell(said(audit_text("word.violation"), language), Tone::bad);
  return words_cell(said(record.event == "false-positive" ? audit_text("word.false_positive")
                                                          : audit_text("word.not_applicable"),
                         language),
                    Tone::good);
}

/// An access to single checks of everybody names nobody, and is not erased.
std::string of_whom(const Record& access, Language language) {
  const bool is_of_all = access.agent.empty() && !access.text.empty();
  return is_of_all ? said(audit_text("word.all_agents"), language) : shown_agent(access.agent, language);
}

/// How a check came out, by one requirement's rules when one is named.
Outcome outcome_by(const CertificateRecord& record, const std::string& requirement) {
  if (requirement.empty()) return record.outcome;
  Outcome outcome = Outcome::cleared;
  for (const FailedRule& rule : record.failed_rules) {
    if (rule.requirement != requirement || !rule.required || rule.waived) continue;
    if (rule.result == RuleResult::fail) return Outcome::not_cleared;
    outcome = Outcome::undecided;
  }
  return outcome;
}

/// What a check of recordings shows is no room, whoever vouches for it.
Cell assurance_cell(const CertificateRecord& record, Language language) {
  if (!record.is_live) return words_cell(said(audit_text("word.not_live"), language), Tone::open);
  switch (record.assurance) {
    case Assurance::approved:
      return words_cell(said(audit_text("word.onboarded"), language));
    case Assurance::challenged:
      return words_cell(said(audit_text("word.challenged"), language));
    case Assurance::self_asserted:
      break;
  }
  return words_cell(said(audit_text("word.self_asserted"), language));
}

/// How many certificates a removal says that it emptied.
Cell certificates_cell(const Json& details) {
  const Json* count = member(details, "certificates");
  return count != nullptr && count->is_number_integer() ? count_cell(count->get<std::int64_t>()) : Cell{};
}

Text what_is_same(AuditStore::Repeated::What what) {
  using What = AuditStore::Repeated::What;
  switch (what) {
    case What::nonce:
      return audit_text("word.same_nonce");
    case What::measurements:
      return audit_text("word.same_measurements");
    case What::id:
      return audit_text("word.same_id");
    case What::agent:
      break;
  }
  return audit_text("word.same_agent");
}

std::vector<Cell> review_row(const Record& record, Language language) {
  const std::string by = record.kind == RecordKind::dispute
                             ? shown_agent(record.agent, language)
                             : text_member(record_details(record.text), "reviewer").value_or("");
  return {words_cell(local_text(seconds(record.at))), words_cell(record.certificate),
          mark_cell(record, language), words_cell(by), words_cell(note_of(record))};
}

}  // namespace

Table waivers_table(const AuditStatistics& all, Language language) {
  Table table = empty_table("waivers", audit_text("table.waivers"),
                            {{audit_text("column.rule")},
                             {audit_text("column.approver")},
                             {audit_text("column.justification")},
                             {audit_text("column.until")},
                             {audit_text("column.state")},
                             {audit_text("column.uses"), true}},
                            language);
  for (const WaiverUse& use : all.waivers) {
    const bool holds = use.until > seconds(all.now);
    table.rows.push_back(
        {words_cell(use.rule), words_cell(use.approver), words_cell(use.justification),
         words_cell(local_text(use.until)),
         words_cell(said(holds ? audit_text("word.in_force") : audit_text("word.expired"), language),
                    holds ? Tone::good : Tone::neutral),
         count_cell(use.uses)});
  }
  return table;
}

Table onboardings_table(const AuditStatistics& all, Language language) {
  Table table = empty_table("onboardings", audit_text("table.onboardings"),
                            {{audit_text("column.agent")},
                             {audit_text("column.site")},
                             {audit_text("column.state")},
                             {audit_text("column.until")}},
                            language);
  std::vector<std::pair<OnboardingState, const OnboardingLine*>> lines;
  for (const OnboardingLine& line : all.onboarding_lines)
    lines.emplace_back(state_of(line, seconds(all.now)), &line);
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.order, a.first.until) < std::tie(b.first.order, b.first.until);
  });
  for (const auto& [state, line] : lines)
    table.rows.push_back({words_cell(line->agent), words_cell(shown_site(line->site, language)),
                          words_cell(said(state.word, language), state.tone),
                          state.until > 0 ? words_cell(local_text(state.until)) : Cell{}});
  return table;
}

std::int64_t expiring_onboardings(const AuditStatistics& all) {
  return std::count_if(
      all.onboarding_lines.begin(), all.onboarding_lines.end(),
      [&](const OnboardingLine& line) { return state_of(line, seconds(all.now)).order == k_expiring; });
}

Table shifts_table(const AuditStatistics& all, Language language) {
  Table table = empty_table("shifts", audit_text("table.shifts"),
                            {{audit_text("column.time")},
                             {audit_text("column.agent")},
                             {audit_text("column.why")},
                             {audit_text("column.certificate")}},
                            language);
  for (const UnclearedShift& shift : all.uncleared_shifts)
    table.rows.push_back({words_cell(local_text(shift.at)), words_cell(shown_agent(shift.agent, language)),
                          words_cell(said(why(shift.why), language), Tone::open),
                          words_cell(shift.certificate)});
  return table;
}

Table clocks_table(const AuditStatistics& all, Language language) {
  Table table = empty_table(
      "clocks", audit_text("table.clocks"),
      {{audit_text("column.time")}, {audit_text("column.agent")}, {audit_text("column.what")}}, language);
  for (const ClockAnomaly& anomaly : all.clock_anomalies)
    table.rows.push_back({words_cell(local_text(anomaly.at)),
                          words_cell(shown_agent(anomaly.agent, language)),
                          words_cell(said(anomaly.event == "clock_back" ? audit_text("word.clock_back")
                                                                        : audit_text("word.clock_changed"),
                                          language))});
  return table;
}

Table reviews_table(const AuditStatistics& all, Language language) {
  Table table = empty_table("reviews", audit_text("table.reviews"),
                            {{audit_text("column.time")},
                             {audit_text("column.certificate")},
                             {audit_text("column.what")},
                             {audit_text("column.by")},
                             {audit_text("column.note")}},
                            language);
  std::vector<const Record*> records;
  for (const Record& record : all.reviews) records.push_back(&record);
  for (const Record& record : all.disputes) records.push_back(&record);
  std::stable_sort(records.begin(), records.end(),
                   [](const Record* a, const Record* b) { return a->at < b->at; });
  for (const Record* record : records)
    if (!record->text.empty()) table.rows.push_back(review_row(*record, language));
  return table;
}

Table accesses_table(const AuditStatistics& all, Language language) {
  Table table = empty_table("accesses", audit_text("table.accesses"),
                            {{audit_text("column.time")},
                             {audit_text("column.agent")},
                             {audit_text("column.what")},
                             {audit_text("column.by")}},
                            language);
  for (const Record& record : all.accesses)
    table.rows.push_back({words_cell(local_text(seconds(record.at))), words_cell(of_whom(record, language)),
                          words_cell(record.event),
                          words_cell(text_member(record_details(record.text), "by").value_or(""))});
  return table;
}

Table removals_table(const AuditStatistics& all, Language language) {
  Table table = empty_table(
      "removals", audit_text("table.removals"),
      {{audit_text("column.time")}, {audit_text("column.what")}, {audit_text("column.checks"), true}},
      language);
  for (const Record& record : all.removals) {
    const Json details = record_details(record.text);
    const Text word =
        record.kind == RecordKind::erasure ? audit_text("word.erasure") : audit_text("word.retention");
    table.rows.push_back({words_cell(local_text(seconds(record.at))),
                          words_cell(said(word, language, {text_member(details, "before").value_or("")})),
                          certificates_cell(details)});
  }
  return table;
}

Result<Table> repeated_table(AuditStore& store, const AuditStatistics& all, Language language) {
  Table table = empty_table("repeated", audit_text("table.repeated"),
                            {{audit_text("column.what")},
                             {audit_text("column.time")},
                             {audit_text("column.agent")},
                             {audit_text("column.certificate")}},
                            language);
  for (const AuditStore::Repeated& repeated : all.repeated)
    for (const LogIndex index : repeated.certificates) {
      if (table.rows.size() >= k_most_repeated) return table;
      const auto stored = store.certificate_at(index);
      if (!stored) return Failure{stored.error()};
      if (!*stored) continue;
      const CertificateRecord& record = (*stored)->record;
      table.rows.push_back({words_cell(said(what_is_same(repeated.what), language)),
                            words_cell(local_text(seconds(record.issued_at))),
                            words_cell(shown_agent(record.agent, language)), words_cell(record.id)});
    }
  return table;
}

Result<Table> rejections_table(AuditStore& store, const AuditStatistics& all, Language language) {
  Table table = empty_table(
      "rejections", audit_text("table.rejections"),
      {{audit_text("column.time")}, {audit_text("column.source")}, {audit_text("column.reason")}}, language);
  auto read = each_rejection(store, [&](const Rejection& rejection) {
    std::string reason = words_of_reason(rejection.reason, rejection.arguments, language);
    if (all.rejected_but_held.contains(rejection.entry))
      reason += " " + said(audit_text("word.held"), language);
    table.rows.push_back({words_cell(local_text(seconds(rejection.at))), words_cell(rejection.source),
                          words_cell(std::move(reason))});
  });
  if (!read) return Failure{read.error()};
  return table;
}

Result<Table> clearances_table(AuditStore& store, const AuditFilter& filter, bool detail, Language language) {
  Table table = empty_table("clearances", audit_text("table.clearances"),
                            {{audit_text("column.time")},
                             {audit_text("column.until")},
                             {audit_text("column.agent")},
                             {audit_text("column.site")},
                             {audit_text("column.profile")},
                             {audit_text("column.outcome")},
                             {audit_text("column.assurance")},
                             {audit_text("column.certificate")}},
                            language);
  if (detail) {
    table.columns.push_back({said(audit_text("column.level"), language), true});
    table.columns.push_back({said(audit_text("column.uncertainty"), language), true});
  }
  auto read = store.each_stored(filter, [&](const StoredCertificate& stored) {
    const CertificateRecord& record = stored.record;
    if (record.kind != CertificateKind::pre_shift) return;
    std::vector<Cell> cells{words_cell(local_text(seconds(record.issued_at))),
                            words_cell(local_text(seconds(record.valid_until))),
                            words_cell(shown_agent(record.agent, language)),
                            words_cell(shown_site(record.site, language)),
                            words_cell(record.profile + " " + std::to_string(record.profile_version)),
                            outcome_cell(outcome_by(record, filter.requirement), language),
                            assurance_cell(record, language),
                            words_cell(record.id)};
    if (detail) {
      cells.push_back(record.level ? number_cell(record.level->level_dba, 1) : Cell{});
      cells.push_back(record.level ? number_cell(record.level->expanded_uncertainty_db, 1) : Cell{});
    }
    table.rows.push_back(std::move(cells));
  });
  if (!read) return Failure{read.error()};
  return table;
}

}  // namespace preshift
