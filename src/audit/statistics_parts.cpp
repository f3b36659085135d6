#include "statistics_parts.hpp"

#include "audit_log.hpp"
#include "rejections.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

std::int64_t seconds(std::chrono::sys_seconds moment) {
  return moment.time_since_epoch().count();
}

std::optional<std::int64_t> moment_in(const Json& details, std::string_view name) {
  const auto moment = from_utc_text(text_member(details, name).value_or(""));
  return moment ? std::optional(seconds(*moment)) : std::nullopt;
}

struct SignedIn {
  UnclearedShift shift;
  std::string digest;  ///< of the certificate
  std::string signer;  ///< did:key of the journal's entry
};

SignedIn signed_in(const Record& record) {
  const Json details = record_details(record.text);
  return {{record.agent, seconds(record.at), record.certificate, UnclearedShift::Why::not_in_store},
          text_member(details, "certificateDigest").value_or(""),
          text_member(details, "signer").value_or("")};
}

/// Why the sign-in was without a clearance, if it was: by the certificate itself, whatever the journal says.
std::optional<UnclearedShift::Why> objection(const SignedIn& shift,
                                             const std::optional<StoredCertificate>& stored) {
  if (!stored) return UnclearedShift::Why::not_in_store;
  const CertificateRecord& certificate = stored->record;
  if (certificate.issuer != shift.signer) return UnclearedShift::Why::of_another;
  if (certificate.outcome != Outcome::cleared || certificate.kind != CertificateKind::pre_shift)
    return UnclearedShift::Why::not_cleared;
  if (!certificate.is_live) return UnclearedShift::Why::not_live;
  const bool is_inside =
      seconds(certificate.issued_at) <= shift.shift.at && shift.shift.at < seconds(certificate.valid_until);
  return is_inside ? std::nullopt : std::optional(UnclearedShift::Why::outside_validity);
}

/// Whether a certificate is of the filter's site and profile; without one, none that the filter names.
bool is_of_certificates(const AuditFilter& filter, const std::optional<StoredCertificate>& stored) {
  if (filter.site.empty() && filter.profile.empty()) return true;
  if (!stored || stored->is_erased) return false;
  return (filter.site.empty() || stored->record.site == filter.site) &&
         (filter.profile.empty() || stored->record.profile == filter.profile);
}

/// Compares sign-ins with the certificates that the store has.
class ShiftCheck {
 public:
  ShiftCheck(AuditStore& store, AuditStatistics& all) : m_store(store), m_all(all) {}

  /// What was erased cannot be told any more, and is in neither number.
  void take(const Record& record) {
    if (!record.text.empty()) m_pending.push_back(signed_in(record));
  }

  [[nodiscard]] Result<void> settle() {
    for (SignedIn& shift : m_pending) {
      const auto stored = m_store.certificate(shift.digest);
      if (!stored) return Failure{stored.error()};
      if (!is_of_certificates(m_all.filter, *stored)) continue;
      if (*stored && (*stored)->is_erased) continue;
      ++m_all.shifts;
      if (const auto why = objection(shift, *stored)) {
        shift.shift.why = *why;
        m_all.uncleared_shifts.push_back(std::move(shift.shift));
      }
    }
    m_pending.clear();
    return {};
  }

 private:
  AuditStore& m_store;
  AuditStatistics& m_all;
  std::vector<SignedIn> m_pending;
};

Result<void> read_into(AuditStore& store, RecordKind kind, const AuditFilter& filter,
                       std::vector<Record>& list) {
  return store.each_record(kind, filter, [&](const Record& record) { list.push_back(record); });
}

}  // namespace

Result<void> read_onboardings(AuditStore& store, std::map<LogIndex, OnboardingLine> lines,
                              AuditStatistics& all) {
  if (lines.empty()) return {};
  AuditFilter everything;
  std::vector<Record> answers;  // by their dates, whenever they were imported
  if (auto read = read_into(store, RecordKind::approval, everything, answers); !read) return read;
  for (const Record& answer : answers) {
    const Json details = record_details(answer.text);
    const auto certificate = store.certificate(text_member(details, "certificateDigest").value_or(""));
    if (!certificate) return Failure{certificate.error()};
    const auto line = *certificate ? lines.find((*certificate)->index) : lines.end();
    if (line == lines.end()) continue;
    line->second.refused = answer.event == "refused";
    line->second.approved_until.reset();
    if (!line->second.refused) line->second.approved_until = moment_in(details, "validUntil");
  }
  // What holds goes before what is newer: who is enrolled again is still approved until that is answered.
  const auto rank = [now = seconds(all.now)](const OnboardingLine& line) {
    const bool holds = line.approved_until && std::min(*line.approved_until, line.certificate_until) > now;
    return std::pair(holds, line.issued_at);
  };
  std::map<std::string, OnboardingLine> best;
  for (auto& [index, line] : lines) {
    if (line.agent.empty()) continue;
    const auto [place, is_first] = best.emplace(line.agent, line);
    if (!is_first && rank(place->second) <= rank(line)) place->second = line;
  }
  for (auto& [agent, line] : best) all.onboarding_lines.push_back(std::move(line));
  return {};
}

Result<void> read_shifts(AuditStore& store, AuditStatistics& all) {
  ShiftCheck check(store, all);
  // The journal is read first, the certificates are asked for afterwards: a store answers one thing at a
  // time.
  auto read = store.each_record(RecordKind::shift, all.filter, [&](const Record& record) {
    if (record.event == "sign_in") check.take(record);
    if (record.event == "clock_back" || record.event == "clock_changed")
      all.clock_anomalies.push_back({record.agent, seconds(record.at), record.event});
  });
  if (!read) return read;
  return check.settle();
}

namespace {

/// Whether it was issued in the filter's time.
bool is_of_time(const AuditFilter& filter, std::chrono::sys_seconds moment) {
  return (!filter.from || moment >= *filter.from) && (!filter.until || moment < *filter.until);
}

/// Reviews or disputes of the certificates that the filter is about, whenever they were written; of what the
/// store has not, those that were written in its time.
Result<void> read_of_certificates(AuditStore& store, RecordKind kind, const AuditFilter& filter,
                                  std::vector<Record>& list) {
  std::vector<Record> all;
  AuditFilter whenever;
  whenever.agent = filter.agent;
  if (auto read = read_into(store, kind, whenever, all); !read) return read;
  for (Record& record : all) {
    const auto stored =
        store.certificate(text_member(record_details(record.text), "certificateDigest").value_or(""));
    if (!stored) return Failure{stored.error()};
    const auto moment = *stored ? (*stored)->record.issued_at : record.at;
    if (is_of_time(filter, moment) && is_of_certificates(filter, *stored)) list.push_back(std::move(record));
  }
  return {};
}

}  // namespace

Result<void> read_records(AuditStore& store, AuditStatistics& all) {
  const AuditFilter& filter = all.filter;
  if (auto read = read_of_certificates(store, RecordKind::review, filter, all.reviews); !read) return read;
  if (auto read = read_of_certificates(store, RecordKind::dispute, filter, all.disputes); !read) return read;
  if (auto read = read_into(store, RecordKind::access, filter, all.accesses); !read) return read;
  for (const RecordKind kind : {RecordKind::erasure, RecordKind::retention})
    if (auto read = read_into(store, kind, {}, all.removals); !read) return read;
  std::stable_sort(all.removals.begin(), all.removals.end(),
                   [](const Record& a, const Record& b) { return a.at < b.at; });
  return {};
}

Result<void> read_rejections(AuditStore& store, AuditStatistics& all) {
  auto held = rejections_of_what_is_held(store);
  if (!held) return Failure{held.error()};
  all.rejected_but_held = std::move(*held);
  return each_rejection(store, [&](const Rejection& rejection) {
    all.rejected += all.rejected_but_held.contains(rejection.entry) ? 0 : 1;
  });
}

}  // namespace preshift
