#include "filter_condition.hpp"
#include "reading_scope.hpp"
#include "sql_audit_store.hpp"
#include "store_texts.hpp"
#include "stored_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_listed_digests = 5;
constexpr std::size_t k_page = 256;  // certificates with their documents in memory

/// The certificates of a page first: so even a server that has no statistics yet joins only so many.
std::string page_statement(const std::string& condition) {
  return "SELECT c.entry, c.issued_at, c.valid_until, c.agent, c.site, c.profile, c.kind, c.outcome, "
         "c.assurance, c.is_live, c.is_erased, c.level_dba, c.uncertainty_db, c.limit_dba, i.id, i.digest, "
         "i.issuer, i.nonce, i.measurements, i.imported_at, h.hash, d.document "
         "FROM (SELECT * FROM certificates c WHERE " +
         condition + " ORDER BY c.entry LIMIT " + std::to_string(k_page) +
         ") c JOIN identities i ON i.entry = c.entry JOIN leaves h ON h.entry = c.entry "
         "LEFT JOIN documents d ON d.entry = c.entry ORDER BY c.entry";
}

void read_profile(const std::string& name, CertificateRecord& record) {
  const std::size_t space = name.rfind(' ');
  if (space == std::string::npos) return;
  record.profile = name.substr(0, space);
  std::from_chars(name.data() + space + 1, name.data() + name.size(), record.profile_version);
}

std::optional<JudgedLevel> read_level(const SqlRow& row) {
  if (row.is_null(11) && row.is_null(12) && row.is_null(13)) return std::nullopt;
  JudgedLevel level{row.real(11), row.real(12), std::nullopt};
  if (!row.is_null(13)) level.limit_dba = row.real(13);
  return level;
}

/// A document that does not decompress is empty: the reader finds that it is not what its digest says.
StoredCertificate stored_certificate(const SqlRow& row, const NameTable& names) {
  StoredCertificate stored;
  CertificateRecord& record = stored.record;
  stored.index = row.integer(0);
  record.issued_at = moment_of(row.integer(1));
  record.valid_until = moment_of(row.integer(2));
  record.agent = names.name(row.integer(3));
  record.site = stored.site = names.name(row.integer(4));
  read_profile(names.name(row.integer(5)), record);
  record.kind = static_cast<CertificateKind>(row.integer(6));
  record.outcome = static_cast<Outcome>(row.integer(7));
  record.assurance = static_cast<Assurance>(row.integer(8));
  record.is_live = row.integer(9) != 0;
  stored.is_erased = row.integer(10) != 0;
  record.level = read_level(row);
  record.id = unpacked_id(row.bytes(14));
  record.digest = unpacked_digest(row.bytes(15));
  record.issuer = names.name(row.integer(16));
  record.nonce = row.text(17);
  record.measurements_digest = unpacked_digest(row.bytes(18));
  stored.imported_at = moment_of(row.integer(19));
  stored.leaf = hash_of(row.bytes(20));
  if (!row.is_null(21)) record.document = decompressed_document(row.bytes(21)).value_or("");
  return stored;
}

}  // namespace

/// The first k_page that fulfil the condition, which is SQL over certificates, called c.
Result<void> SqlAuditStore::read_page(const std::string& condition, std::span<const SqlValue> values,
                                      std::vector<StoredCertificate>& page) {
  auto read = m_database->query(page_statement(condition), values,
                                [&](const SqlRow& row) { page.push_back(stored_certificate(row, m_names)); });
  if (!read) return read;
  return page.empty() ? read : read_lists(page);
}

/// The failed rules and waivers of a page, which is in the order of the index.
Result<void> SqlAuditStore::read_lists(std::vector<StoredCertificate>& page) {
  FilterCondition condition;
  std::vector<SqlValue> indices;
  for (const StoredCertificate& stored : page) indices.emplace_back(stored.index);
  indices.resize(k_page, indices.front());  // so that there is one statement to prepare
  condition.require_one_of("certificate", indices);
  const auto record_of = [&page](LogIndex index) -> CertificateRecord& {
    const auto place =
        std::lower_bound(page.begin(), page.end(), index,
                         [](const StoredCertificate& stored, LogIndex i) { return stored.index < i; });
    return place->record;
  };
  auto read = m_database->query(
      "SELECT certificate, rule, requirement, reason, required, waived, result FROM failed_rules WHERE " +
          condition.sql + " ORDER BY certificate, position",
      condition.values, [&](const SqlRow& row) {
        record_of(row.integer(0))
            .failed_rules.push_back({m_names.name(row.integer(1)), m_names.name(row.integer(2)),
                                     row.integer(4) != 0, static_cast<RuleResult>(row.integer(6)),
                                     m_names.name(row.integer(3)), row.integer(5) != 0});
      });
  if (!read) return read;
  return m_database->query(
      "SELECT certificate, rule, approver, ends_at, state, justification FROM waivers WHERE " +
          condition.sql + " ORDER BY certificate, position",
      condition.values, [&](const SqlRow& row) {
        record_of(row.integer(0))
            .waivers.push_back({m_names.name(row.integer(1)), m_names.name(row.integer(2)), row.text(5),
                                moment_of(row.integer(3)), static_cast<WaiverState>(row.integer(4))});
      });
}

/// The first that fulfils the condition, which has this value.
Result<std::optional<StoredCertificate>> SqlAuditStore::only_one(const std::string& condition,
                                                                 const SqlValue& value) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return Failure{scope.begun().error()};
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return Failure{refreshed.error()};
  std::vector<StoredCertificate> found;
  auto read = read_page(condition, {&value, 1}, found);
  if (!read) return Failure{read.error()};
  if (found.empty()) return std::optional<StoredCertificate>();
  return std::optional(std::move(found.front()));
}

/// Fails when several documents have this id, which is as the column has it.
Result<void> SqlAuditStore::require_unambiguous(std::string_view name, const std::string& id) {
  std::vector<std::string> digests;
  const SqlValue value = SqlBytes{id};
  auto read = m_database->query("SELECT digest FROM identities WHERE id = $1 ORDER BY entry", {&value, 1},
                                [&](const SqlRow& row) { digests.push_back(unpacked_digest(row.bytes(0))); });
  if (!read || digests.size() < 2) return read;
  std::string list;
  for (std::size_t i = 0; i < std::min(digests.size(), k_listed_digests); ++i)
    list += (i == 0 ? "" : ", ") + digests[i];
  return unusable_input(store_text("store.ambiguous_id"), place(), std::string(name),
                        static_cast<double>(digests.size()), list);
}

Result<std::optional<StoredCertificate>> SqlAuditStore::certificate(std::string_view name) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return Failure{scope.begun().error()};
  const auto digest = packed_digest(name);
  std::string key = digest ? *digest : packed_id("urn:uuid:" + std::string(name));
  if (!digest && key.front() != 'u') key = packed_id(name);
  if (key.empty()) return std::optional<StoredCertificate>();
  if (!digest)
    if (auto clear = require_unambiguous(name, key); !clear) return Failure{clear.error()};
  return only_one("c.entry = (SELECT MIN(entry) FROM identities WHERE " +
                      std::string(digest ? "digest" : "id") + " = $1)",
                  SqlBytes{key});
}

Result<std::optional<StoredCertificate>> SqlAuditStore::certificate_at(LogIndex index) {
  return only_one("c.entry = $1", index);
}

Result<void> SqlAuditStore::each_stored(const AuditFilter& filter,
                                        const std::function<void(const StoredCertificate&)>& take) {
  const ReadingScope scope(*m_database);
  if (!scope.begun()) return scope.begun();
  if (auto refreshed = m_names.refresh(*m_database); !refreshed) return refreshed;
  auto condition = certificate_condition(filter, m_names);
  if (condition.matches_nothing) return {};
  condition.require("c.entry >", LogIndex{-1});
  for (;;) {
    std::vector<StoredCertificate> page;
    if (auto read = read_page(condition.sql, condition.values, page); !read) return read;
    for (const StoredCertificate& stored : page) take(stored);
    if (page.size() < k_page) return {};
    condition.values.back() = page.back().index;
  }
}

}  // namespace preshift
