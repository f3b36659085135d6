#include "sql_audit_store.hpp"
#include "stored_values.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

bool can_be_in_a_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == ':' || c == '-';
}

/// Whether the name stands there for itself: not as a part of a longer one.
bool holds_name(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !can_be_in_a_name(text[at - 1])) && (end == text.size() || !can_be_in_a_name(text[end])))
      return true;
  }
  return false;
}

}  // namespace

Result<std::size_t> SqlAuditStore::erase_certificates(const std::string& condition, const SqlValue& value) {
  const std::span<const SqlValue> values(&value, 1);
  const std::string of_them =
      " IN (SELECT entry FROM certificates WHERE is_erased = 0 AND " + condition + ")";
  std::int64_t erased = 0;
  for (const std::string& statement :
       {"DELETE FROM documents WHERE entry" + of_them,
        "UPDATE identities SET id = NULL, issuer = 0, nonce = NULL, measurements = NULL WHERE entry" +
            of_them,
        "UPDATE waivers SET approver = 0, justification = '' WHERE certificate" + of_them,
        "UPDATE certificates SET agent = 0, site = 0, level_dba = NULL, uncertainty_db = NULL, limit_dba = "
        "NULL, "
        "is_erased = 1 WHERE is_erased = 0 AND " +
            condition}) {
    const auto changed = m_database->execute(statement, values);
    if (!changed) return Failure{changed.error()};
    erased = *changed;
  }
  return static_cast<std::size_t>(erased);
}

Result<void> SqlAuditStore::erase_records(const std::string& condition, const SqlValue& value) {
  for (const std::string& statement :
       {"DELETE FROM rejected_documents WHERE entry IN (SELECT entry FROM records WHERE " + condition + ")",
        "UPDATE records SET agent = 0, certificate = '', text = '' WHERE " + condition}) {
    auto changed = m_database->execute(statement, std::span<const SqlValue>(&value, 1));
    if (!changed) return Failure{changed.error()};
  }
  return {};
}

Result<std::vector<LogIndex>> SqlAuditStore::rejections_naming(std::string_view name) {
  std::vector<LogIndex> indices;
  const SqlValue kind = static_cast<std::int64_t>(RecordKind::rejection);
  auto read = m_database->scan(
      "SELECT r.entry, r.text, d.document FROM records r LEFT JOIN rejected_documents d ON d.entry = r.entry "
      "WHERE r.kind = $1 ORDER BY r.entry",
      std::span<const SqlValue>(&kind, 1), [&](const SqlRow& row) {
        if (holds_name(row.text(1), name) || holds_name(row.bytes(2), name))
          indices.push_back(row.integer(0));
      });
  if (!read) return Failure{read.error()};
  return indices;
}

Result<void> SqlAuditStore::erase_rejections_naming(std::string_view name) {
  const auto indices = rejections_naming(name);
  if (!indices) return Failure{indices.error()};
  for (const LogIndex index : *indices)
    if (auto done = erase_records("entry = $1", index); !done) return done;
  return {};
}

Result<std::size_t> SqlAuditStore::erase_of_agent(std::string_view agent) {
  std::size_t erased = 0;
  if (const auto number = m_names.find(agent)) {
    const auto certificates = erase_certificates("agent = $1", *number);
    if (!certificates) return certificates;
    erased = *certificates;
    if (auto done = erase_records("agent = $1", *number); !done) return Failure{done.error()};
  }
  if (auto done = erase_rejections_naming(agent); !done) return Failure{done.error()};
  if (auto removed = m_names.remove_unused(*m_database); !removed) return Failure{removed.error()};
  return erased;
}

Result<std::size_t> SqlAuditStore::erase_all_before(std::int64_t moment) {
  const SqlValue value = moment;
  auto certificates = erase_certificates("issued_at < $1", value);
  if (!certificates) return certificates;
  // What says that something was erased names nobody, and is what the log's verification rests on.
  static const std::string k_old = "happened_at < $1 AND kind NOT IN (" +
                                   std::to_string(static_cast<int>(RecordKind::erasure)) + ", " +
                                   std::to_string(static_cast<int>(RecordKind::retention)) + ")";
  if (auto done = erase_records(k_old, value); !done) return Failure{done.error()};
  if (auto done = m_names.remove_unused(*m_database); !done) return Failure{done.error()};
  return certificates;
}

Result<std::size_t> SqlAuditStore::erase_agent(std::string_view agent) {
  if (auto begun = require_begun(); !begun) return Failure{begun.error()};
  if (agent.empty()) return std::size_t{0};
  m_is_erasing = true;
  return settled(erase_of_agent(agent));
}

Result<std::size_t> SqlAuditStore::erase_before(std::chrono::sys_seconds moment) {
  if (auto begun = require_begun(); !begun) return Failure{begun.error()};
  m_is_erasing = true;
  return settled(erase_all_before(seconds_of(moment)));
}

}  // namespace preshift
