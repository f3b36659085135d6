#include "sql_audit_store.hpp"

#include "filter_condition.hpp"
#include "postgresql_support.hpp"
#include "reading_scope.hpp"
#include "schema.hpp"
#include "server_address.hpp"
#include "sqlite_database.hpp"
#include "store_texts.hpp"
#include "stored_values.hpp"

#include <array>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_asked_at_once = 256;

}  // namespace

Result<void> SqlAuditStore::begin() {
  if (auto begun = m_database->begin(); !begun) return begun;
  m_is_erasing = false;
  return settled(m_names.refresh(*m_database));
}

Result<void> SqlAuditStore::commit() {
  auto committed = m_database->commit();
  if (!committed)
    m_names.forget();
  else if (m_is_erasing)
    m_database->scrub();
  return committed;
}

void SqlAuditStore::rollback() {
  m_database->rollback();
  m_names.forget();
}

Result<void> SqlAuditStore::require_begun() const {
  if (!m_database->is_writing()) return unusable_input(store_text("store.undone"), place());
  return {};
}

Result<LogState> SqlAuditStore::log_state() {
  LogState state;
  std::int64_t size = 0;
  std::vector<MerkleHash> subtrees;
  auto read =
      m_database->query("SELECT origin, size, subtrees, checkpoint FROM log", {}, [&](const SqlRow& row) {
        state.origin = row.text(0);
        size = row.integer(1);
        const std::string hashes = row.bytes(2);
        for (std::size_t at = 0; at < hashes.size(); at += MerkleHash{}.size())
          subtrees.push_back(hash_of(std::string_view(hashes).substr(at, MerkleHash{}.size())));
        state.checkpoint = row.text(3);
      });
  if (!read) return Failure{read.error()};
  auto tree = CompactRange::from(static_cast<std::uint64_t>(size), std::move(subtrees));
  if (!tree) return unusable_input(store_text("store.damaged"), place(), "log");
  state.tree = std::move(*tree);
  return state;
}

Result<void> SqlAuditStore::set_log_state(const LogState& state) {
  if (auto begun = require_begun(); !begun) return begun;
  std::string hashes;
  for (const MerkleHash& hash : state.tree.subtrees()) hashes.append(hash.begin(), hash.end());
  const std::array<SqlValue, 4> values{std::string_view(state.origin),
                                       static_cast<std::int64_t>(state.tree.size()), bytes_or_null(hashes),
                                       std::string_view(state.checkpoint)};
  auto written = settled(
      m_database->execute("UPDATE log SET origin = $1, size = $2, subtrees = $3, checkpoint = $4", values));
  if (!written) return Failure{written.error()};
  return {};
}

Result<std::vector<std::string>> SqlAuditStore::known(const std::string& statement,
                                                      std::span<const std::string> texts, bool are_digests) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < texts.size(); at += k_asked_at_once) {
    const auto part = texts.subspan(at, std::min(k_asked_at_once, texts.size() - at));
    std::vector<std::string> digests;
    for (const std::string& text : part)
      digests.push_back(are_digests ? packed_digest(text).value_or("") : storable_text(text));
    digests.resize(k_asked_at_once, digests.front());  // so that there is one statement to prepare
    std::vector<SqlValue> choices;
    for (const std::string& digest : digests)
      choices.push_back(are_digests ? SqlValue(SqlBytes{digest}) : SqlValue(std::string_view(digest)));
    FilterCondition condition;
    condition.require_one_of(are_digests ? "digest" : "key", choices);
    auto asked = m_database->query(statement + condition.sql, condition.values, [&](const SqlRow& row) {
      found.push_back(are_digests ? unpacked_digest(row.bytes(0)) : row.text(0));
    });
    if (!asked) return Failure{asked.error()};
  }
  return found;
}

Result<std::vector<std::string>> SqlAuditStore::known_certificates(std::span<const std::string> digests) {
  return known("SELECT digest FROM identities WHERE ", digests, true);
}

Result<std::vector<std::string>> SqlAuditStore::known_records(std::span<const std::string> keys) {
  return known("SELECT key FROM records WHERE ", keys, false);
}

Result<std::vector<std::string>> SqlAuditStore::names() {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return Failure{scope.begun().error()};
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return Failure{refreshed.error()};
  return m_names.all();
}

Result<std::unique_ptr<AuditStore>> open_audit_store(const std::string& place, bool make) {
  auto database = is_server_address(place) ? open_on_server(place) : open_sqlite(place, make);
  if (!database) return Failure{database.error()};
  if (auto prepared = prepare_schema(**database, make); !prepared) return Failure{prepared.error()};
  return std::unique_ptr<AuditStore>(std::make_unique<SqlAuditStore>(std::move(*database)));
}

}  // namespace preshift
