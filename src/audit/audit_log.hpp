#pragma once

#include "audit_store.hpp"
#include "ed25519.hpp"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

/// What the log holds of a certificate: its digest, and what was said of it when it was imported. Canonical
/// JSON.
[[nodiscard]] std::string certificate_entry(const std::string& digest, const std::string& site,
                                            std::chrono::sys_seconds imported_at);

/// What the log holds of anything else, which is Record::text: its own members and `details`. Canonical JSON.
[[nodiscard]] std::string record_entry(const Record& record, const Json& details);

/// The record that an entry says; none for what record_entry never writes.
[[nodiscard]] std::optional<Record> read_record_entry(const std::string& entry);
[[nodiscard]] Json record_details(const std::string& entry);

/// The key that signs a log, and those that may have signed it before, itself among them. It must outlive
/// this.
struct LogKey {
  LogKey(const SigningKey& key, std::vector<PublicKey> former = {})
      : signing(&key), known(std::move(former)) {
    known.push_back(key.public_key());
  }
  const SigningKey* signing;
  std::vector<PublicKey> known;
};

/// Adds to a store in one transaction, and signs what the log has come to. What is not committed is undone.
class AuditTransaction {
 public:
  /// Waits for others who write. The store and the key must outlive it. Refuses a log that is not what a
  /// known key signed: to add to it would sign what somebody altered.
  [[nodiscard]] static Result<AuditTransaction> begin(AuditStore& store, const LogKey& key);
  ~AuditTransaction();
  AuditTransaction(AuditTransaction&& other) noexcept;
  AuditTransaction& operator=(AuditTransaction&&) = delete;

  /// Those that are not there yet, in their order; of equal ones the first. How many.
  struct ReadyCertificate {
    CertificateRecord record;
    std::string compressed;
  };
  [[nodiscard]] Result<std::size_t> add(const std::vector<ReadyCertificate>& certificates,
                                        std::chrono::sys_seconds now);

  /// The same of records, whose `text` is made here of `details`. `rejected`: the documents of rejections,
  /// one for each record; empty when none of them is one.
  [[nodiscard]] Result<std::size_t> add(std::vector<std::pair<Record, Json>> records,
                                        const std::vector<std::string_view>& rejected = {});

  [[nodiscard]] AuditStore& store() { return *m_store; }
  [[nodiscard]] const LogState& log() const { return m_state; }

  [[nodiscard]] Result<void> commit();

 private:
  AuditTransaction(AuditStore& store, const LogKey& key, LogState state)
      : m_store(&store), m_key(&key), m_state(std::move(state)) {}

  AuditStore* m_store;  ///< null once committed or moved from
  const LogKey* m_key;
  LogState m_state;
};

}  // namespace preshift
