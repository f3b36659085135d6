#pragma once

#include "audit_store.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "store_backend.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace preshift::testing {

inline constexpr std::chrono::sys_seconds k_first_day{std::chrono::seconds(1'800'000'000)};
inline constexpr std::chrono::sys_seconds k_import{std::chrono::seconds(1'900'000'000)};

inline std::string digest_of(const std::string& text) {
  return to_hex(sha256(text));
}

inline std::string uuid_of(int number) {
  char text[64];
  std::snprintf(text, sizeof text, "urn:uuid:00000000-0000-4000-8000-%012d", number);
  return text;
}

/// Certificate number n: agent-0 to agent-3 at two sites in turn, one an hour, of two versions of a profile.
inline CertificateRecord made_record(int number) {
  CertificateRecord record;
  record.id = uuid_of(number);
  record.digest = digest_of("certificate " + std::to_string(number));
  record.issuer = "did:key:z6Mk" + std::to_string(number % 4);
  record.agent = "agent-" + std::to_string(number % 4);
  record.site = number % 2 == 0 ? "Lyon" : "Lille";
  record.profile = "standard";
  record.profile_version = 4 + number % 2;
  record.issued_at = k_first_day + std::chrono::hours(number);
  record.valid_until = record.issued_at + std::chrono::hours(8);
  record.measurements_digest = digest_of("measurements " + std::to_string(number));
  record.nonce = "nonce-" + std::to_string(number);
  record.document = "{\"agent\":\"" + record.agent + "\",\"number\":" + std::to_string(number) + "}";
  return record;
}

/// A store of the kind that the parameter names, in a place of its own.
class AuditStoreTest : public ::testing::TestWithParam<BackendKind> {
 protected:
  AuditStoreTest() : m_backend(make_backend(GetParam())), m_store(opened()) {}

  [[nodiscard]] AuditStore& store() { return *m_store; }
  [[nodiscard]] const std::string& place() const { return m_backend->place(); }
  [[nodiscard]] StoreBackend& backend() { return *m_backend; }

  /// Another connection to the same store.
  [[nodiscard]] std::unique_ptr<AuditStore> opened() {
    auto store = open_audit_store(place(), true);
    if (!store) throw std::runtime_error(render(store.error().message, Language::english));
    return std::move(*store);
  }

  void reopen() {
    m_store.reset();
    m_store = opened();
  }

  /// In a transaction that goes on; the index of the first one is `index`.
  static Result<void> add(AuditStore& store, const std::vector<CertificateRecord>& records,
                          LogIndex index = 0) {
    std::vector<AuditStore::NewCertificate> added;
    for (const CertificateRecord& record : records) {
      added.push_back({index, leaf_hash(record.document), &record, compressed_document(record.document)});
      ++index;
    }
    return store.add_certificates(added, k_import);
  }

  /// As a transaction of its own.
  void commit(const std::vector<CertificateRecord>& records, LogIndex index = 0) {
    ASSERT_TRUE(store().begin());
    ASSERT_TRUE(add(store(), records, index));
    ASSERT_TRUE(store().commit());
  }

  void commit(const std::vector<Record>& records) {
    std::vector<AuditStore::NewRecord> added;
    for (const Record& record : records) added.push_back({leaf_hash(record.text), record, {}});
    ASSERT_TRUE(store().begin());
    ASSERT_TRUE(store().add_records(added));
    ASSERT_TRUE(store().commit());
  }

  /// A rejection and the bytes of its document.
  void commit_rejected(const Record& record, const std::string& bytes) {
    const AuditStore::NewRecord added{leaf_hash(record.text), record, bytes};
    ASSERT_TRUE(store().begin());
    ASSERT_TRUE(store().add_records({&added, 1}));
    ASSERT_TRUE(store().commit());
  }

  std::vector<std::string> rejected_documents() {
    std::vector<std::string> found;
    EXPECT_TRUE(
        store().each_rejected_document([&](LogIndex, const std::string& bytes) { found.push_back(bytes); }));
    return found;
  }

  static std::vector<CertificateRecord> made_records(int from, int until) {
    std::vector<CertificateRecord> records;
    for (int i = from; i < until; ++i) records.push_back(made_record(i));
    return records;
  }

  std::vector<CertificateRow> rows(const AuditFilter& filter = {}) {
    std::vector<CertificateRow> found;
    EXPECT_TRUE(store().each_certificate(filter, [&](const CertificateRow& row) { found.push_back(row); }));
    return found;
  }

  std::vector<LogIndex> indices(const AuditFilter& filter = {}) {
    std::vector<LogIndex> found;
    for (const CertificateRow& row : rows(filter)) found.push_back(row.index);
    return found;
  }

  std::vector<StoredCertificate> stored(const AuditFilter& filter = {}) {
    std::vector<StoredCertificate> found;
    EXPECT_TRUE(store().each_stored(filter, [&](const StoredCertificate& row) { found.push_back(row); }));
    return found;
  }

  std::vector<Record> records(RecordKind kind, const AuditFilter& filter = {}) {
    std::vector<Record> found;
    EXPECT_TRUE(store().each_record(kind, filter, [&](const Record& record) { found.push_back(record); }));
    return found;
  }

  std::string name(std::int32_t number) {
    const auto names = store().names();
    return names ? names->at(static_cast<std::size_t>(number)) : "no names";
  }

  std::unique_ptr<StoreBackend> m_backend;
  std::unique_ptr<AuditStore> m_store;
};

template <class T>
std::string failure_of(const Result<T>& result) {
  return result ? "none" : std::string(result.error().message.text.id);
}

}  // namespace preshift::testing
