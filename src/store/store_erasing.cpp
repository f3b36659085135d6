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
  auto changed = m_database->execute("UPDATE records SET agent = 0, text = '' WHERE " + condition,
                                     std::span<const SqlValue>(&value, 1));
  if (!changed) return Failure{changed.error()};
  return {};
}

Result<void> SqlAuditStore::remove_rejections_naming(const std::vector<std::string>& agents) {
  std::vector<std::int64_t> numbers;
  auto read =
      m_database->scan("SELECT number, source, arguments, bytes FROM rejections", {}, [&](const SqlRow& row) {
        std::vector<std::string> texts = unpacked_list(row.bytes(2));
        texts.push_back(row.bytes(1));
        texts.push_back(row.bytes(3));
        const bool is_named = std::any_of(agents.begin(), agents.end(), [&](const std::string& agent) {
          return std::any_of(texts.begin(), texts.end(),
                             [&](const std::string& text) { return holds_name(text, agent); });
        });
        if (is_named) numbers.push_back(row.integer(0));
      });
  if (!read) return read;
  for (const SqlValue number : numbers) {
    auto removed = m_database->execute("DELETE FROM rejections WHERE number = $1",
                                       std::span<const SqlValue>(&number, 1));
    if (!removed) return Failure{removed.error()};
  }
  return {};
}

Result<std::size_t> SqlAuditStore::erase_of_agent(std::string_view agent) {
  std::vector<std::string> agents{std::string(agent)};
  const auto number = m_names.find(agent);
  std::size_t erased = 0;
  if (number) {
    const SqlValue value = *number;
    auto read = m_database->query(
        "SELECT DISTINCT i.issuer FROM certificates c JOIN identities i ON i.entry = c.entry WHERE c.agent = "
        "$1",
        std::span<const SqlValue>(&value, 1),
        [&](const SqlRow& row) { agents.push_back(m_names.name(row.integer(0))); });
    if (!read) return Failure{read.error()};
    const auto certificates = erase_certificates("agent = $1", value);
    if (!certificates) return certificates;
    erased = *certificates;
    if (auto done = erase_records("agent = $1", value); !done) return Failure{done.error()};
  }
  if (auto removed = remove_rejections_naming(agents); !removed) return Failure{removed.error()};
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
  auto removed = m_database->execute("DELETE FROM rejections WHERE rejected_at < $1",
                                     std::span<const SqlValue>(&value, 1));
  if (!removed) return Failure{removed.error()};
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
