#include "sql_audit_store.hpp"
#include "store_texts.hpp"
#include "stored_values.hpp"

#include <deque>
#include <utility>

namespace preshift {
namespace {

// The numbers of enumerators are what columns hold.
static_assert(static_cast<int>(CertificateKind::pre_shift) == 0 &&
              static_cast<int>(CertificateKind::onboarding) == 1);
static_assert(static_cast<int>(Outcome::cleared) == 0 && static_cast<int>(Outcome::not_cleared) == 1 &&
              static_cast<int>(Outcome::undecided) == 2);
static_assert(static_cast<int>(Assurance::self_asserted) == 0 &&
              static_cast<int>(Assurance::challenged) == 1 && static_cast<int>(Assurance::approved) == 2);
static_assert(static_cast<int>(RuleResult::pass) == 0 && static_cast<int>(RuleResult::fixed) == 8);
static_assert(static_cast<int>(WaiverState::counts) == 0 && static_cast<int>(WaiverState::not_waivable) == 6);
static_assert(static_cast<int>(RecordKind::shift) == 0 && static_cast<int>(RecordKind::rejection) == 7);

template <class Enumerator>
std::int64_t number_in(Enumerator enumerator) {
  return static_cast<std::int64_t>(enumerator);
}

std::int64_t number_in(bool truth) {
  return truth ? 1 : 0;
}

SqlValue real_or_null(const std::optional<double>& value) {
  if (value) return *value;
  return std::monostate{};
}

/// The rows of one batch, table by table; owns what the values view.
class CertificateBatch {
 public:
  CertificateBatch(NameTable& names, std::int64_t imported_at) : m_names(names), m_imported_at(imported_at) {}

  /// False when the digest is none.
  [[nodiscard]] bool add(const AuditStore::NewCertificate& added) {
    const CertificateRecord& record = *added.record;
    const auto digest = packed_digest(record.digest);
    if (!digest) return false;
    m_leaves.insert(m_leaves.end(), {added.index, bytes_of(added.leaf)});
    add_row(added.index, record);
    const std::string measurements = packed_digest(record.measurements_digest).value_or("");
    m_identities.insert(m_identities.end(),
                        {added.index, SqlBytes{keep(packed_id(record.id))}, SqlBytes{keep(*digest)},
                         m_names.number_of(storable_text(record.issuer)), text_or_null(record.nonce),
                         bytes_or_null(keep(measurements)), m_imported_at});
    m_documents.insert(m_documents.end(), {added.index, SqlBytes{added.compressed}});
    add_lists(added.index, record);
    return true;
  }

  [[nodiscard]] Result<void> write(SqlDatabase& database) const {
    const std::tuple<const char*, const char*, const std::vector<SqlValue>*> tables[] = {
        {"leaves", "entry, hash", &m_leaves},
        {"certificates",
         "entry, issued_at, valid_until, agent, site, profile, kind, outcome, assurance, is_live, is_erased, "
         "level_dba, uncertainty_db, limit_dba",
         &m_rows},
        {"identities", "entry, id, digest, issuer, nonce, measurements, imported_at", &m_identities},
        {"documents", "entry, document", &m_documents},
        {"failed_rules", "certificate, position, rule, requirement, reason, required, waived, result",
         &m_failed_rules},
        {"waivers", "certificate, position, rule, approver, ends_at, state, justification", &m_waivers}};
    for (const auto& [table, columns, values] : tables)
      if (auto inserted = database.insert_rows(table, columns, *values); !inserted) return inserted;
    return {};
  }

 private:
  const std::string& keep(std::string text) { return m_kept.emplace_back(std::move(text)); }

  SqlValue text_or_null(const std::string& text) {
    if (text.empty()) return std::monostate{};
    return std::string_view(keep(storable_text(text)));
  }

  std::int64_t number_of(const std::string& name) { return m_names.number_of(storable_text(name)); }

  void add_row(LogIndex index, const CertificateRecord& record) {
    const auto& level = record.level;
    const std::string profile = record.profile + ' ' + std::to_string(record.profile_version);
    m_rows.insert(
        m_rows.end(),
        {index, seconds_of(record.issued_at), seconds_of(record.valid_until), number_of(record.agent),
         number_of(record.site), number_of(profile), number_in(record.kind), number_in(record.outcome),
         number_in(record.assurance), number_in(record.is_live), std::int64_t{0},
         real_or_null(level ? std::optional(level->level_dba) : std::nullopt),
         real_or_null(level ? std::optional(level->expanded_uncertainty_db) : std::nullopt),
         real_or_null(level ? level->limit_dba : std::nullopt)});
  }

  void add_lists(LogIndex index, const CertificateRecord& record) {
    for (std::size_t i = 0; i < record.failed_rules.size(); ++i) {
      const FailedRule& rule = record.failed_rules[i];
      m_failed_rules.insert(
          m_failed_rules.end(),
          {index, static_cast<std::int64_t>(i), number_of(rule.rule), number_of(rule.requirement),
           number_of(rule.reason), number_in(rule.required), number_in(rule.waived), number_in(rule.result)});
    }
    for (std::size_t i = 0; i < record.waivers.size(); ++i) {
      const ListedWaiver& waiver = record.waivers[i];
      m_waivers.insert(m_waivers.end(),
                       {index, static_cast<std::int64_t>(i), number_of(waiver.rule),
                        number_of(waiver.approver), seconds_of(waiver.until), number_in(waiver.state),
                        std::string_view(keep(storable_text(waiver.justification)))});
    }
  }

  NameTable& m_names;
  std::int64_t m_imported_at;
  std::deque<std::string> m_kept;
  std::vector<SqlValue> m_leaves;
  std::vector<SqlValue> m_rows;
  std::vector<SqlValue> m_identities;
  std::vector<SqlValue> m_documents;
  std::vector<SqlValue> m_failed_rules;
  std::vector<SqlValue> m_waivers;
};

}  // namespace

Result<void> SqlAuditStore::write_certificates(std::span<const NewCertificate> certificates,
                                               std::chrono::sys_seconds imported_at) {
  CertificateBatch batch(m_names, seconds_of(imported_at));
  for (const NewCertificate& certificate : certificates)
    if (!batch.add(certificate))
      return unusable_input(store_text("store.not_hexadecimal"), place(), certificate.record->digest);
  if (auto written = m_names.write(*m_database); !written) return written;
  return batch.write(*m_database);
}

Result<void> SqlAuditStore::write_records(std::span<const NewRecord> records) {
  std::vector<SqlValue> leaves;
  std::vector<SqlValue> rows;
  std::vector<SqlValue> documents;
  std::deque<std::string> kept;
  const auto text_of = [&kept](const std::string& text) {
    return std::string_view(kept.emplace_back(storable_text(text)));
  };
  for (const NewRecord& added : records) {
    const Record& record = added.record;
    leaves.insert(leaves.end(), {record.index, bytes_of(added.leaf)});
    rows.insert(rows.end(), {record.index, number_in(record.kind), seconds_of(record.at), text_of(record.key),
                             m_names.number_of(storable_text(record.agent)), text_of(record.certificate),
                             text_of(record.event), text_of(record.text)});
    if (!added.rejected.empty()) documents.insert(documents.end(), {record.index, SqlBytes{added.rejected}});
  }
  if (auto written = m_names.write(*m_database); !written) return written;
  if (auto written = m_database->insert_rows("leaves", "entry, hash", leaves); !written) return written;
  if (auto written = m_database->insert_rows(
          "records", "entry, kind, happened_at, key, agent, certificate, event, text", rows);
      !written)
    return written;
  return m_database->insert_rows("rejected_documents", "entry, document", documents);
}

Result<void> SqlAuditStore::add_certificates(std::span<const NewCertificate> certificates,
                                             std::chrono::sys_seconds imported_at) {
  if (auto begun = require_begun(); !begun) return begun;
  return settled(write_certificates(certificates, imported_at));
}

Result<void> SqlAuditStore::add_records(std::span<const NewRecord> records) {
  if (auto begun = require_begun(); !begun) return begun;
  return settled(write_records(records));
}

}  // namespace preshift
