#include "filter_condition.hpp"
#include "reading_scope.hpp"
#include "sql_audit_store.hpp"
#include "stored_values.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace preshift {
namespace {

CertificateRow certificate_row(const SqlRow& row) {
  CertificateRow read;
  read.index = row.integer(0);
  read.issued_at = row.integer(1);
  read.valid_until = row.integer(2);
  read.agent = static_cast<std::int32_t>(row.integer(3));
  read.site = static_cast<std::int32_t>(row.integer(4));
  read.profile = static_cast<std::int32_t>(row.integer(5));
  read.kind = static_cast<CertificateKind>(row.integer(6));
  read.outcome = static_cast<Outcome>(row.integer(7));
  read.assurance = static_cast<Assurance>(row.integer(8));
  read.is_live = row.integer(9) != 0;
  read.is_erased = row.integer(10) != 0;
  read.level_dba = static_cast<float>(row.real(11));
  read.uncertainty_db = static_cast<float>(row.real(12));
  read.limit_dba = static_cast<float>(row.real(13));
  return read;
}

FailedRuleRow failed_rule_row(const SqlRow& row) {
  FailedRuleRow read;
  read.certificate = row.integer(0);
  read.rule = static_cast<std::int32_t>(row.integer(1));
  read.requirement = static_cast<std::int32_t>(row.integer(2));
  read.reason = static_cast<std::int32_t>(row.integer(3));
  read.required = row.integer(4) != 0;
  read.waived = row.integer(5) != 0;
  read.result = static_cast<RuleResult>(row.integer(6));
  return read;
}

WaiverRow waiver_row(const SqlRow& row) {
  WaiverRow read;
  read.certificate = row.integer(0);
  read.rule = static_cast<std::int32_t>(row.integer(1));
  read.approver = static_cast<std::int32_t>(row.integer(2));
  read.until = row.integer(3);
  read.state = static_cast<WaiverState>(row.integer(4));
  read.justification = row.text(5);
  return read;
}

/// `columns` of a list's table, called l, of the certificates that the condition names.
std::string list_statement(const std::string& columns, const std::string& table,
                           const FilterCondition& condition, bool needs_certificates) {
  if (!needs_certificates)
    return "SELECT " + columns + " FROM " + table + " l WHERE " + condition.sql +
           " ORDER BY l.certificate, l.position";
  return "SELECT " + columns + " FROM certificates c JOIN " + table + " l ON l.certificate = c.entry WHERE " +
         condition.sql + " ORDER BY c.entry, l.position";
}

/// Finds which of many values stand twice, in eight bytes for each.
class TwiceSeen {
 public:
  void add(std::string_view value) { m_hashes.push_back(std::hash<std::string_view>{}(value)); }
  void settle() {
    std::sort(m_hashes.begin(), m_hashes.end());
    std::vector<std::size_t> twice;
    for (std::size_t i = 1; i < m_hashes.size(); ++i)
      if (m_hashes[i] == m_hashes[i - 1] && (twice.empty() || twice.back() != m_hashes[i]))
        twice.push_back(m_hashes[i]);
    m_hashes = std::move(twice);
  }
  /// After settle(); rarely true of a value that stands once.
  [[nodiscard]] bool may_hold(std::string_view value) const {
    return std::binary_search(m_hashes.begin(), m_hashes.end(), std::hash<std::string_view>{}(value));
  }

 private:
  std::vector<std::size_t> m_hashes;
};

}  // namespace

Result<bool> SqlAuditStore::any_row(const std::string& table, const FilterCondition& condition) {
  if (condition.matches_nothing) return false;
  bool has = false;
  auto asked = m_database->query("SELECT 1 FROM " + table + " c WHERE " + condition.sql + " LIMIT 1",
                                 condition.values, [&](const SqlRow&) { has = true; });
  if (!asked) return Failure{asked.error()};
  return has;
}

Result<bool> SqlAuditStore::has_name(NameOf what, const std::string& name) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return Failure{scope.begun().error()};
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return Failure{refreshed.error()};
  FilterCondition requirement;
  AuditFilter filter;
  switch (what) {
    case NameOf::requirement:
      requirement.require_name("c.requirement", name, m_names);
      return any_row("failed_rules", requirement);
    case NameOf::site:
      filter.site = name;
      break;
    case NameOf::profile:
      filter.profile = name;
      break;
    case NameOf::agent:
      filter.agent = name;
      break;
  }
  const auto condition = certificate_condition(filter, m_names);
  auto has = any_row("certificates", condition);
  if (has && !*has && what == NameOf::agent) has = any_row("records", condition);
  return has;
}

Result<void> SqlAuditStore::each_certificate(const AuditFilter& filter,
                                             const std::function<void(const CertificateRow&)>& take) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return scope.begun();
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return refreshed;
  const auto condition = certificate_condition(filter, m_names);
  if (condition.matches_nothing) return {};
  return m_database->scan(
      "SELECT c.entry, c.issued_at, c.valid_until, c.agent, c.site, c.profile, c.kind, c.outcome, "
      "c.assurance, c.is_live, c.is_erased, c.level_dba, c.uncertainty_db, c.limit_dba "
      "FROM certificates c WHERE " +
          condition.sql + " ORDER BY c.entry",
      condition.values, [&](const SqlRow& row) { take(certificate_row(row)); });
}

Result<void> SqlAuditStore::each_failed_rule(const AuditFilter& filter,
                                             const std::function<void(const FailedRuleRow&)>& take) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return scope.begun();
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return refreshed;
  auto condition = certificate_condition(filter, m_names);
  const bool is_of_some = !condition.values.empty();
  condition.require_name("l.requirement", filter.requirement, m_names);
  if (condition.matches_nothing) return {};
  return m_database->scan(
      list_statement("l.certificate, l.rule, l.requirement, l.reason, l.required, l.waived, l.result",
                     "failed_rules", condition, is_of_some),
      condition.values, [&](const SqlRow& row) { take(failed_rule_row(row)); });
}

Result<void> SqlAuditStore::each_waiver(const AuditFilter& filter,
                                        const std::function<void(const WaiverRow&)>& take) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return scope.begun();
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return refreshed;
  const auto condition = certificate_condition(filter, m_names);
  if (condition.matches_nothing) return {};
  return m_database->scan(
      list_statement("l.certificate, l.rule, l.approver, l.ends_at, l.state, l.justification", "waivers",
                     condition, !condition.values.empty()),
      condition.values, [&](const SqlRow& row) { take(waiver_row(row)); });
}

Result<void> SqlAuditStore::each_record(RecordKind kind, const AuditFilter& filter,
                                        const std::function<void(const Record&)>& take) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return scope.begun();
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return refreshed;
  FilterCondition condition;
  condition.require("r.kind =", static_cast<std::int64_t>(kind));
  if (filter.from) condition.require("r.happened_at >=", seconds_of(*filter.from));
  if (filter.until) condition.require("r.happened_at <", seconds_of(*filter.until));
  condition.require_name("r.agent", filter.agent, m_names);
  if (condition.matches_nothing) return {};
  return m_database->scan(
      "SELECT r.entry, r.happened_at, r.key, r.agent, r.certificate, r.event, r.text FROM records r WHERE " +
          condition.sql + " ORDER BY r.happened_at, r.entry",
      condition.values, [&](const SqlRow& row) {
        take({row.integer(0), kind, moment_of(row.integer(1)), row.text(2), m_names.name(row.integer(3)),
              row.text(4), row.text(5), row.text(6)});
      });
}

Result<void> SqlAuditStore::each_rejected_document(
    const std::function<void(LogIndex, const std::string&)>& take) {
  return m_database->scan("SELECT entry, document FROM rejected_documents ORDER BY entry", {},
                          [&](const SqlRow& row) { take(row.integer(0), row.bytes(1)); });
}

Result<void> SqlAuditStore::each_leaf(const std::function<void(LogIndex, const MerkleHash&)>& take) {
  return m_database->scan("SELECT entry, hash FROM leaves ORDER BY entry", {},
                          [&](const SqlRow& row) { take(row.integer(0), hash_of(row.bytes(1))); });
}

Result<void> SqlAuditStore::each_stray(const std::function<void(LogIndex)>& take) {
  for (const char* table : {"identities", "documents"}) {
    auto read = m_database->scan("SELECT t.entry FROM " + std::string(table) +
                                     " t LEFT JOIN certificates c ON c.entry = t.entry WHERE c.entry IS NULL "
                                     "ORDER BY t.entry",
                                 {}, [&](const SqlRow& row) { take(row.integer(0)); });
    if (!read) return read;
  }
  return {};
}

Result<std::vector<AuditStore::Repeated>> SqlAuditStore::repeated(
    const std::function<void(LogIndex, std::int32_t)>& see) {
  using What = Repeated::What;
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return Failure{scope.begun().error()};
  const std::string statement =
      "SELECT entry, nonce, measurements, id, issuer FROM identities ORDER BY entry";
  const auto each_value = [](const SqlRow& row, const auto& take) {
    if (!row.is_null(1)) take(What::nonce, row.text(1));
    if (!row.is_null(2)) take(What::measurements, row.bytes(2));
    if (!row.is_null(3)) take(What::id, row.bytes(3));
  };
  std::map<What, TwiceSeen> seen;
  auto read = m_database->scan(statement, {}, [&](const SqlRow& row) {
    each_value(row, [&](What what, const std::string& value) { seen[what].add(value); });
    see(row.integer(0), static_cast<std::int32_t>(row.integer(4)));
  });
  if (!read) return Failure{read.error()};
  for (auto& [what, values] : seen) values.settle();
  std::map<std::pair<What, std::string>, std::vector<LogIndex>> found;
  read = m_database->scan(statement, {}, [&](const SqlRow& row) {
    each_value(row, [&](What what, const std::string& value) {
      if (seen[what].may_hold(value)) found[{what, value}].push_back(row.integer(0));
    });
  });
  if (!read) return Failure{read.error()};
  std::vector<Repeated> repeated;
  for (auto& [key, certificates] : found) {
    const auto& [what, value] = key;
    if (certificates.size() < 2) continue;
    repeated.push_back({what,
                        what == What::nonce ? value
                        : what == What::id  ? unpacked_id(value)
                                            : unpacked_digest(value),
                        std::move(certificates)});
  }
  return repeated;
}

}  // namespace preshift
