#pragma once

#include "audit_store.hpp"
#include "filter_condition.hpp"
#include "name_table.hpp"
#include "sql_database.hpp"

#include <memory>
#include <string>
#include <vector>

namespace preshift {

/// The audit store over any database whose schema is prepared (schema.hpp).
class SqlAuditStore final : public AuditStore {
 public:
  explicit SqlAuditStore(std::unique_ptr<SqlDatabase> database) : m_database(std::move(database)) {}

  [[nodiscard]] Result<void> begin() override;
  [[nodiscard]] Result<void> commit() override;
  void rollback() override;
  [[nodiscard]] Result<void> begin_reading() override { return m_database->begin_reading(); }
  void end_reading() override { m_database->end_reading(); }
  [[nodiscard]] Result<LogState> log_state() override;
  [[nodiscard]] Result<void> set_log_state(const LogState& state) override;
  [[nodiscard]] Result<std::vector<std::string>> known_certificates(
      std::span<const std::string> digests) override;
  [[nodiscard]] Result<std::vector<std::string>> known_records(std::span<const std::string> keys) override;
  [[nodiscard]] Result<void> add_certificates(std::span<const NewCertificate> certificates,
                                              std::chrono::sys_seconds imported_at) override;
  [[nodiscard]] Result<void> add_records(std::span<const NewRecord> records) override;
  [[nodiscard]] Result<std::vector<std::string>> names() override;
  [[nodiscard]] Result<bool> has_name(NameOf what, const std::string& name) override;
  [[nodiscard]] Result<void> each_certificate(
      const AuditFilter& filter, const std::function<void(const CertificateRow&)>& take) override;
  [[nodiscard]] Result<void> each_failed_rule(const AuditFilter& filter,
                                              const std::function<void(const FailedRuleRow&)>& take) override;
  [[nodiscard]] Result<void> each_waiver(const AuditFilter& filter,
                                         const std::function<void(const WaiverRow&)>& take) override;
  [[nodiscard]] Result<void> each_record(RecordKind kind, const AuditFilter& filter,
                                         const std::function<void(const Record&)>& take) override;
  [[nodiscard]] Result<void> each_rejected_document(
      const std::function<void(LogIndex, const std::string&)>& take) override;
  [[nodiscard]] Result<std::vector<LogIndex>> rejections_naming(std::string_view name) override;
  [[nodiscard]] Result<std::vector<Repeated>> repeated(
      const std::function<void(LogIndex, std::int32_t)>& see) override;
  [[nodiscard]] Result<std::optional<StoredCertificate>> certificate(std::string_view name) override;
  [[nodiscard]] Result<std::optional<StoredCertificate>> certificate_at(LogIndex index) override;
  [[nodiscard]] Result<void> each_stored(const AuditFilter& filter,
                                         const std::function<void(const StoredCertificate&)>& take) override;
  [[nodiscard]] Result<void> each_leaf(const std::function<void(LogIndex, const MerkleHash&)>& take) override;
  [[nodiscard]] Result<void> each_stray(const std::function<void(LogIndex)>& take) override;
  [[nodiscard]] Result<std::size_t> erase_agent(std::string_view agent) override;
  [[nodiscard]] Result<std::size_t> erase_before(std::chrono::sys_seconds moment) override;
  [[nodiscard]] std::string place() const override { return m_database->place(); }

 private:
  /// Undoes the transaction when something in it failed.
  template <class T>
  [[nodiscard]] Result<T> settled(Result<T> result) {
    if (!result) rollback();
    return result;
  }
  [[nodiscard]] Result<void> require_begun() const;
  /// Whether a row meets it; of a table called c.
  [[nodiscard]] Result<bool> any_row(const std::string& table, const FilterCondition& condition);
  [[nodiscard]] Result<std::vector<std::string>> known(const std::string& statement,
                                                       std::span<const std::string> texts, bool are_digests);
  [[nodiscard]] Result<void> write_certificates(std::span<const NewCertificate> certificates,
                                                std::chrono::sys_seconds imported_at);
  [[nodiscard]] Result<void> write_records(std::span<const NewRecord> records);
  [[nodiscard]] Result<void> read_page(const std::string& condition, std::span<const SqlValue> values,
                                       std::vector<StoredCertificate>& page);
  [[nodiscard]] Result<void> require_unambiguous(std::string_view name, const std::string& id);
  [[nodiscard]] Result<std::optional<StoredCertificate>> only_one(const std::string& condition,
                                                                  const SqlValue& value);
  [[nodiscard]] Result<void> read_lists(std::vector<StoredCertificate>& page);
  /// Of certificates or records that this SQL condition over $1 names.
  [[nodiscard]] Result<std::size_t> erase_certificates(const std::string& condition, const SqlValue& value);
  [[nodiscard]] Result<void> erase_records(const std::string& condition, const SqlValue& value);
  [[nodiscard]] Result<void> erase_rejections_naming(std::string_view name);
  [[nodiscard]] Result<std::size_t> erase_of_agent(std::string_view agent);
  [[nodiscard]] Result<std::size_t> erase_all_before(std::int64_t moment);

  std::unique_ptr<SqlDatabase> m_database;
  NameTable m_names;
  bool m_is_erasing = false;  ///< something was removed since begin()
};

}  // namespace preshift
