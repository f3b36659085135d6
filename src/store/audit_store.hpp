#pragma once

#include "audit_rows.hpp"
#include "merkle_tree.hpp"
#include "problem.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What the store's log has come to: the tree's state and the checkpoint that was signed of it.
struct LogState {
  std::string origin;      ///< names this store for ever: preshift.example/audit/RANDOM
  CompactRange tree;       ///< of all entries
  std::string checkpoint;  ///< a C2SP signed note; of the tree as it is, once a transaction is committed
};

/// A document of the store, with what of its row the log vouches for.
struct StoredCertificate {
  LogIndex index = 0;
  std::string site;
  std::chrono::sys_seconds imported_at{};
  MerkleHash leaf{};
  bool is_erased = false;
  CertificateRecord record;  ///< of an erased one only what is counted
};

/// The employer's store of verified certificates: SQLite or PostgreSQL behind one interface. All that changes
/// it is inside a transaction, which others wait for. Failures name the store and say what to do.
class AuditStore {
 public:
  virtual ~AuditStore() = default;

  /// Waits for the right to write. Ends by commit(), or undoes all when rollback() is called, when something
  /// failed, or when the process ends.
  [[nodiscard]] virtual Result<void> begin() = 0;
  [[nodiscard]] virtual Result<void> commit() = 0;
  virtual void rollback() = 0;

  /// What is read between the two is of one moment, whatever others write meanwhile (reading_scope.hpp).
  [[nodiscard]] virtual Result<void> begin_reading() = 0;
  virtual void end_reading() = 0;

  [[nodiscard]] virtual Result<LogState> log_state() = 0;
  [[nodiscard]] virtual Result<void> set_log_state(const LogState& state) = 0;

  /// Those of the digests (of certificates) or keys (of records) that are there already.
  [[nodiscard]] virtual Result<std::vector<std::string>> known_certificates(
      std::span<const std::string> digests) = 0;
  [[nodiscard]] virtual Result<std::vector<std::string>> known_records(std::span<const std::string> keys) = 0;

  struct NewCertificate {
    LogIndex index = 0;
    MerkleHash leaf{};
    const CertificateRecord* record = nullptr;
    std::string compressed;  ///< compressed_document(record->document), so that many threads can do it
  };
  [[nodiscard]] virtual Result<void> add_certificates(std::span<const NewCertificate> certificates,
                                                      std::chrono::sys_seconds imported_at) = 0;

  struct NewRecord {
    MerkleHash leaf{};
    Record record;
    std::string_view rejected{};  ///< of a rejection: the document's bytes, any; empty: none are kept
  };
  [[nodiscard]] virtual Result<void> add_records(std::span<const NewRecord> records) = 0;

  /// Name number n is at place n; number 0 is the empty name.
  [[nodiscard]] virtual Result<std::vector<std::string>> names() = 0;

  enum class NameOf { site, agent, profile, requirement };
  /// Whether anything in it bears the name as such: a certificate, a record (an agent's), a rule that did not
  /// pass (a requirement's). A profile's is without its version.
  [[nodiscard]] virtual Result<bool> has_name(NameOf what, const std::string& name) = 0;

  /// In the order of the index, one at a time: never all in memory. The filter's requirement is not looked
  /// at.
  [[nodiscard]] virtual Result<void> each_certificate(
      const AuditFilter& filter, const std::function<void(const CertificateRow&)>& take) = 0;
  /// Of certificates of this filter, in the order of their index.
  [[nodiscard]] virtual Result<void> each_failed_rule(
      const AuditFilter& filter, const std::function<void(const FailedRuleRow&)>& take) = 0;
  [[nodiscard]] virtual Result<void> each_waiver(const AuditFilter& filter,
                                                 const std::function<void(const WaiverRow&)>& take) = 0;
  /// Oldest first; of the filter: from, until, agent.
  [[nodiscard]] virtual Result<void> each_record(RecordKind kind, const AuditFilter& filter,
                                                 const std::function<void(const Record&)>& take) = 0;
  /// The bytes of each rejected document that are kept, in the order of the index.
  [[nodiscard]] virtual Result<void> each_rejected_document(
      const std::function<void(LogIndex, const std::string& bytes)>& take) = 0;
  /// Rejections whose entry or document names this agent or key.
  [[nodiscard]] virtual Result<std::vector<LogIndex>> rejections_naming(std::string_view name) = 0;

  /// Certificates that share with others what each should have for itself.
  struct Repeated {
    enum class What {
      nonce,
      measurements,  ///< their digest
      id,
      agent,  ///< a pseudonym that several keys use: the first certificate of each key
    } what = What::nonce;
    std::string value;
    std::vector<LogIndex> certificates;
  };
  /// All but What::agent. On the way, who issued which certificate, in the order of the index: a number of
  /// names(), 0 when it was erased.
  [[nodiscard]] virtual Result<std::vector<Repeated>> repeated(
      const std::function<void(LogIndex, std::int32_t issuer)>& see) = 0;

  /// By its digest, or by an id (urn:uuid:... or the bare UUID) that no other one has; none when it is not
  /// there. An id of several is a failure that names their digests.
  [[nodiscard]] virtual Result<std::optional<StoredCertificate>> certificate(std::string_view name) = 0;
  /// By its place in the log.
  [[nodiscard]] virtual Result<std::optional<StoredCertificate>> certificate_at(LogIndex index) = 0;
  /// All, with their documents, in the order of the index, one at a time.
  [[nodiscard]] virtual Result<void> each_stored(
      const AuditFilter& filter, const std::function<void(const StoredCertificate&)>& take) = 0;
  /// Every leaf of the log in order, as the rows have it.
  [[nodiscard]] virtual Result<void> each_leaf(
      const std::function<void(LogIndex, const MerkleHash&)>& take) = 0;

  /// Rows of ids, digests or documents whose entry is of no certificate.
  [[nodiscard]] virtual Result<void> each_stray(const std::function<void(LogIndex)>& take) = 0;

  /// Removes what tells of whom: of certificates the document, ids, keys, agent, site, nonce, level; of
  /// records, and of rejections_naming the agent, the agent, the certificate, the text and the rejected
  /// document. The rows stay and are counted. How many certificates.
  [[nodiscard]] virtual Result<std::size_t> erase_agent(std::string_view agent) = 0;
  /// The same for all that was issued (or happened) before. How many.
  [[nodiscard]] virtual Result<std::size_t> erase_before(std::chrono::sys_seconds moment) = 0;

  /// What the store is called in messages: a file, or an address without its password.
  [[nodiscard]] virtual std::string place() const = 0;
};

/// A file (made when there is none and `make` is set), or postgresql://... Newer schemas than this program's
/// are refused, older ones brought up to date.
[[nodiscard]] Result<std::unique_ptr<AuditStore>> open_audit_store(const std::string& place, bool make);

/// zstd. The other way fails for what is none, and for more than 1 MiB.
[[nodiscard]] std::string compressed_document(std::string_view document);
[[nodiscard]] std::optional<std::string> decompressed_document(std::string_view bytes);

}  // namespace preshift
