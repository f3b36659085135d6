#include "audit_log.hpp"

#include "audit_texts.hpp"
#include "canonical_json.hpp"
#include "checkpoint.hpp"
#include "random_bytes.hpp"
#include "strict_json.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <unordered_set>

namespace preshift {
namespace {

/// Those of the names that are not in the store, each once.
std::unordered_set<std::string> absent(const std::vector<std::string>& names,
                                       const std::vector<std::string>& known) {
  std::unordered_set<std::string> left(names.begin(), names.end());
  for (const std::string& name : known) left.erase(name);
  return left;
}

/// Names a store's log for ever; nothing is served there (RFC 2606).
std::string new_origin() {
  const std::string uuid = random_uuid_urn();
  return "preshift.example/audit/" + uuid.substr(uuid.rfind(':') + 1);
}

}  // namespace

std::string certificate_entry(const std::string& digest, const std::string& site,
                              std::chrono::sys_seconds imported_at) {
  return canonical_json(
      {{"type", "certificate"}, {"digest", digest}, {"site", site}, {"imported", to_utc_text(imported_at)}});
}

std::string record_entry(const Record& record, const Json& details) {
  Json entry{{"type", to_string(record.kind)}, {"at", to_utc_text(record.at)}, {"key", record.key}};
  if (!record.agent.empty()) entry["agent"] = record.agent;
  if (!record.certificate.empty()) entry["certificate"] = record.certificate;
  if (!record.event.empty()) entry["event"] = record.event;
  entry["details"] = details;
  return canonical_json(entry);
}

std::optional<Record> read_record_entry(const std::string& text) {
  const auto entry = read_strict_json(text);
  if (!entry) return std::nullopt;
  const auto type = text_member(*entry, "type").value_or("");
  const auto at = from_utc_text(text_member(*entry, "at").value_or(""));
  for (const RecordKind kind : k_record_kinds) {
    if (!at || to_string(kind) != type) continue;
    Record record;
    record.kind = kind;
    record.at = *at;
    record.key = text_member(*entry, "key").value_or("");
    record.agent = text_member(*entry, "agent").value_or("");
    record.certificate = text_member(*entry, "certificate").value_or("");
    record.event = text_member(*entry, "event").value_or("");
    record.text = text;
    return record;
  }
  return std::nullopt;
}

Json record_details(const std::string& text) {
  const auto entry = read_strict_json(text);
  const Json* details = entry ? member(*entry, "details") : nullptr;
  return details != nullptr ? *details : Json::object();
}

namespace {

Result<void> require_signed(const LogState& state, const std::string& place, const LogKey& key) {
  if (state.tree.size() == 0 && state.checkpoint.empty()) return {};
  const auto verified = verify_checkpoint(state.checkpoint, place, key.known);
  if (!verified) return Failure{verified.error()};
  if (verified->checkpoint == Checkpoint{state.origin, state.tree.size(), state.tree.root()}) return {};
  return unusable_input(audit_text("log.not_added_to"), place);
}

}  // namespace

Result<AuditTransaction> AuditTransaction::begin(AuditStore& store, const LogKey& key) {
  if (auto begun = store.begin(); !begun) return Failure{begun.error()};
  auto state = store.log_state();
  if (!state) {
    store.rollback();
    return Failure{state.error()};
  }
  if (auto is_signed = require_signed(*state, store.place(), key); !is_signed) {
    store.rollback();
    return Failure{is_signed.error()};
  }
  if (state->origin.empty()) state->origin = new_origin();
  return AuditTransaction(store, key, std::move(*state));
}

AuditTransaction::AuditTransaction(AuditTransaction&& other) noexcept
    : m_store(std::exchange(other.m_store, nullptr)), m_key(other.m_key), m_state(std::move(other.m_state)) {}

AuditTransaction::~AuditTransaction() {
  if (m_store != nullptr) m_store->rollback();
}

Result<std::size_t> AuditTransaction::add(const std::vector<ReadyCertificate>& certificates,
                                          std::chrono::sys_seconds now) {
  std::vector<std::string> digests;
  digests.reserve(certificates.size());
  for (const ReadyCertificate& each : certificates) digests.push_back(each.record.digest);
  const auto known = m_store->known_certificates(digests);
  if (!known) return Failure{known.error()};
  auto wanted = absent(digests, *known);
  std::vector<AuditStore::NewCertificate> added;
  for (const ReadyCertificate& each : certificates) {
    if (wanted.erase(each.record.digest) == 0) continue;
    const auto index = static_cast<LogIndex>(m_state.tree.size());
    const MerkleHash leaf = leaf_hash(certificate_entry(each.record.digest, each.record.site, now));
    m_state.tree.append(leaf);
    added.push_back({index, leaf, &each.record, each.compressed});
  }
  if (added.empty()) return std::size_t{0};
  if (auto done = m_store->add_certificates(added, now); !done) return Failure{done.error()};
  return added.size();
}

Result<std::size_t> AuditTransaction::add(std::vector<std::pair<Record, Json>> records,
                                          const std::vector<std::string_view>& rejected) {
  std::vector<std::string> keys;
  for (const auto& [record, details] : records) keys.push_back(record.key);
  const auto known = m_store->known_records(keys);
  if (!known) return Failure{known.error()};
  auto wanted = absent(keys, *known);
  std::vector<AuditStore::NewRecord> added;
  for (std::size_t place = 0; place < records.size(); ++place) {
    auto& [record, details] = records[place];
    if (wanted.erase(record.key) == 0) continue;
    record.index = static_cast<LogIndex>(m_state.tree.size());
    record.text = record_entry(record, details);
    const MerkleHash leaf = leaf_hash(record.text);
    m_state.tree.append(leaf);
    added.push_back(
        {leaf, std::move(record), place < rejected.size() ? rejected[place] : std::string_view()});
  }
  if (added.empty()) return std::size_t{0};
  if (auto done = m_store->add_records(added); !done) return Failure{done.error()};
  return added.size();
}

Result<void> AuditTransaction::commit() {
  m_state.checkpoint =
      signed_checkpoint({m_state.origin, m_state.tree.size(), m_state.tree.root()}, *m_key->signing);
  if (auto set = m_store->set_log_state(m_state); !set) return Failure{set.error()};
  AuditStore* store = std::exchange(m_store, nullptr);
  return store->commit();
}

}  // namespace preshift
