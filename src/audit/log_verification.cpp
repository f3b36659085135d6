#include "log_verification.hpp"

#include "audit_log.hpp"
#include "audit_texts.hpp"
#include "canonical_json.hpp"
#include "certificate_facts.hpp"
#include "certificate_view.hpp"
#include "checkpoint.hpp"
#include "data_integrity.hpp"
#include "hex.hpp"
#include "reading_scope.hpp"
#include "rejections.hpp"
#include "removal.hpp"
#include "sha256.hpp"
#include "strict_json.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <utility>

namespace preshift {
namespace {

bool same(const JudgedLevel& a, const JudgedLevel& b) {
  // The store keeps levels as numbers of single precision.
  const auto alike = [](double left, double right) {
    return static_cast<float>(left) == static_cast<float>(right);
  };
  return alike(a.level_dba, b.level_dba) && alike(a.expanded_uncertainty_db, b.expanded_uncertainty_db) &&
         a.limit_dba.has_value() == b.limit_dba.has_value() &&
         (!a.limit_dba || alike(*a.limit_dba, *b.limit_dba));
}

bool same(const std::optional<JudgedLevel>& a, const std::optional<JudgedLevel>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

bool same(const FailedRule& a, const FailedRule& b) {
  return a.rule == b.rule && a.requirement == b.requirement && a.required == b.required &&
         a.result == b.result && a.reason == b.reason && a.waived == b.waived;
}

bool same(const ListedWaiver& a, const ListedWaiver& b) {
  return a.rule == b.rule && a.approver == b.approver && a.justification == b.justification &&
         a.until == b.until && a.state == b.state;
}

/// Whatever the order: a store may give the parts of one certificate back in another.
template <class Part>
bool same(const std::vector<Part>& a, const std::vector<Part>& b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end(),
                             [](const Part& left, const Part& right) { return same(left, right); });
}

/// The name of the first column that is not what the document says; empty when all are.
std::string_view differing_column(const CertificateRecord& row, const CertificateRecord& document) {
  if (row.id != document.id) return "id";
  if (row.issuer != document.issuer) return "issuer";
  if (row.agent != document.agent) return "agent";
  if (row.site != document.site) return "site";
  if (row.kind != document.kind) return "kind";
  if (row.outcome != document.outcome) return "outcome";
  if (row.assurance != document.assurance) return "assurance";
  if (row.is_live != document.is_live) return "live";
  if (row.profile != document.profile || row.profile_version != document.profile_version) return "profile";
  if (row.issued_at != document.issued_at) return "issued_at";
  if (row.valid_until != document.valid_until) return "valid_until";
  if (!same(row.level, document.level)) return "level";
  if (row.nonce != document.nonce) return "nonce";
  if (row.measurements_digest != document.measurements_digest) return "measurements_digest";
  if (!same(row.failed_rules, document.failed_rules)) return "failed_rules";
  if (!same(row.waivers, document.waivers)) return "waivers";
  return {};
}

std::string_view differing_column(const Record& row, const Record& entry) {
  if (row.kind != entry.kind) return "kind";
  if (row.at != entry.at) return "at";
  if (row.key != entry.key) return "key";
  if (row.agent != entry.agent) return "agent";
  if (row.certificate != entry.certificate) return "certificate";
  if (row.event != entry.event) return "event";
  return {};
}

/// Whether nothing is there that an erasure removes.
bool is_emptied(const CertificateRecord& row) {
  const bool has_no_names = row.id.empty() && row.issuer.empty() && row.agent.empty() && row.site.empty();
  const bool has_no_values =
      row.nonce.empty() && row.measurements_digest.empty() && !row.level && row.document.empty();
  return has_no_names && has_no_values &&
         std::all_of(row.waivers.begin(), row.waivers.end(), [](const ListedWaiver& waiver) {
           return waiver.approver.empty() && waiver.justification.empty();
         });
}

class LogCheck {
 public:
  LogCheck(AuditStore& store, LogVerification& found) : m_store(store), m_found(found) {}

  Result<void> verify_tree(const std::vector<PublicKey>& signers, const std::string& seen) {
    const auto state = m_store.log_state();
    if (!state) return Failure{state.error()};
    const auto earlier = read_checkpoint(seen);
    CompactRange tree;
    std::optional<MerkleHash> earlier_root;
    auto read = m_store.each_leaf([&](LogIndex index, const MerkleHash& leaf) {
      for (; m_next < index && !m_found.has_more_findings; ++m_next)
        find(m_next, audit_text("log.entry_missing"));
      m_next = std::max(m_next, index);
      if (index < m_next) return find(index, audit_text("log.entry_twice"));
      ++m_next;
      tree.append(leaf);
      if (earlier && tree.size() == earlier->size) earlier_root = tree.root();
    });
    if (!read) return read;
    m_has_row.resize(tree.size());
    m_found.entries = tree.size();
    m_found.root = to_hex(tree.root());
    m_found.checkpoint = state->checkpoint;
    compare_with_checkpoint(*state, tree, signers);
    if (earlier && earlier->size > 0 && (earlier->origin != state->origin || earlier_root != earlier->root))
      find_whole(audit_text("log.not_as_seen"), static_cast<double>(earlier->size));
    return {};
  }

  Result<void> read_erasures() {
    for (const RecordKind kind : {RecordKind::erasure, RecordKind::retention}) {
      auto read = m_store.each_record(kind, {}, [&](const Record& record) {
        const Json details = record_details(record.text);
        const Json* entries = member(details, "entries");
        const auto runs = entries != nullptr ? read_runs(*entries) : std::nullopt;
        if (runs) m_erasures.push_back({record.index, *runs, text_member(details, "remains").value_or("")});
      });
      if (!read) return read;
    }
    return {};
  }

  Result<void> verify_certificates() {
    std::vector<bool> is_stored(m_has_row.size());
    auto read = m_store.each_stored({}, [&](const StoredCertificate& row) {
      mark(row.index);
      if (is_inside(row.index)) is_stored[static_cast<std::size_t>(row.index)] = true;
      if (row.is_erased) {
        if (!is_emptied(row.record))
          find(row.index, audit_text("log.row_altered"), std::string("agent, site, level, document"));
        m_remains.emplace(row.index, remains_of(row));
        return verify_erased(row.index);
      }
      ++m_found.certificates;
      verify_row(row);
    });
    if (!read) return read;
    return verify_that_none_was_added(is_stored);
  }

  /// What erasures left is what it was then.
  void verify_remains() {
    for (const Erasure& erasure : m_erasures)
      if (root_of(m_remains, erasure.runs) != erasure.remains)
        find(erasure.entry, audit_text("log.erased_altered"));
  }

  /// What is counted is what has a document, or had one.
  Result<void> verify_that_none_was_added(const std::vector<bool>& is_stored) {
    const auto require = [&](LogIndex index) {
      if (!is_inside(index) || !is_stored[static_cast<std::size_t>(index)])
        find(index, audit_text("log.row_added"));
    };
    auto read = m_store.each_certificate({}, [&](const CertificateRow& row) { require(row.index); });
    if (!read) return read;
    read = m_store.each_failed_rule({}, [&](const FailedRuleRow& row) { require(row.certificate); });
    if (!read) return read;
    read = m_store.each_waiver({}, [&](const WaiverRow& row) { require(row.certificate); });
    if (!read) return read;
    // A digest that stands there already would keep a certificate out.
    return m_store.each_stray([&](LogIndex index) { find(index, audit_text("log.row_added")); });
  }

  Result<void> verify_records() {
    for (const RecordKind kind : k_record_kinds) {
      auto read = m_store.each_record(kind, {}, [&](const Record& record) { m_records.push_back(record); });
      if (!read) return read;
    }
    for (const Record& record : m_records) {
      mark(record.index);
      verify_record(record);
    }
    if (auto read = verify_record_leaves(); !read) return read;
    return verify_rejected_documents();
  }

  /// Each entry of the log is of a certificate or of a record.
  void verify_that_all_are_there() {
    for (std::size_t entry = 0; entry < m_has_row.size(); ++entry)
      if (!m_has_row[entry]) find(static_cast<LogIndex>(entry), audit_text("log.row_missing"));
  }

 private:
  template <class... Arguments>
  void find(LogIndex entry, const Text& text, Arguments... arguments) {
    put({entry, {text, {static_cast<double>(entry), Argument(std::move(arguments))...}}});
  }
  template <class... Arguments>
  void find_whole(const Text& text, Arguments... arguments) {
    put({std::nullopt, {text, {Argument(std::move(arguments))...}}});
  }
  void put(LogFinding finding) {
    if (m_found.findings.size() < k_listed_findings) {
      m_found.findings.push_back(std::move(finding));
    } else {
      m_found.has_more_findings = true;
    }
  }

  void compare_with_checkpoint(const LogState& state, const CompactRange& tree,
                               const std::vector<PublicKey>& signers) {
    if (tree.size() == 0 && state.checkpoint.empty()) return;
    if (!verify_checkpoint(state.checkpoint, m_store.place(), signers))
      return find_whole(audit_text("log.checkpoint_not_signed"));
    const auto checkpoint = read_checkpoint(state.checkpoint);
    const bool is_same = state.tree.size() == tree.size() && state.tree.root() == tree.root() &&
                         *checkpoint == Checkpoint{state.origin, tree.size(), tree.root()};
    if (!is_same)
      find_whole(audit_text("log.other_tree"), static_cast<double>(checkpoint->size),
                 static_cast<double>(tree.size()));
  }

  [[nodiscard]] bool is_inside(LogIndex index) const {
    return index >= 0 && static_cast<std::size_t>(index) < m_has_row.size();
  }

  /// One row for each entry.
  void mark(LogIndex index) {
    if (!is_inside(index)) return find(index, audit_text("log.row_added"));
    std::vector<bool>::reference has_row = m_has_row[static_cast<std::size_t>(index)];
    if (has_row) find(index, audit_text("log.entry_twice"));
    has_row = true;
  }

  void verify_erased(LogIndex index) {
    const bool is_told = std::any_of(m_erasures.begin(), m_erasures.end(),
                                     [&](const Erasure& erasure) { return contains(erasure.runs, index); });
    if (!is_told) return find(index, audit_text("log.erased_untold"));
    ++m_found.erased;
  }

  void verify_row(const StoredCertificate& row) {
    const auto document = read_strict_json(row.record.document);
    const auto view = document ? read_certificate(*document) : Failure{std::string()};
    if (!view) return find(row.index, audit_text("log.no_document"));
    const auto proof = verify_proof(*document);
    const CertificateRecord said =
        certificate_record(*document, *view, canonical_json(*document), row.record.site);
    const bool is_genuine = proof && proof->did == view->issuer && said.digest == row.record.digest &&
                            said.document == row.record.document;
    if (!is_genuine) return find(row.index, audit_text("log.document_altered"));
    if (row.leaf != leaf_hash(certificate_entry(said.digest, row.record.site, row.imported_at)))
      return find(row.index, audit_text("log.row_altered"), std::string("site, imported_at"));
    if (const auto column = differing_column(row.record, said); !column.empty())
      find(row.index, audit_text("log.row_altered"), std::string(column));
  }

  void verify_record(const Record& record) {
    if (record.text.empty()) {
      m_remains.emplace(record.index, remains_of(record));
      if (!record.agent.empty() || !record.certificate.empty())
        find(record.index, audit_text("log.row_altered"), std::string("agent, certificate"));
      return verify_erased(record.index);
    }
    const auto said = read_record_entry(record.text);
    if (!said) return find(record.index, audit_text("log.row_altered"), std::string("text"));
    if (const auto column = differing_column(record, *said); !column.empty())
      find(record.index, audit_text("log.row_altered"), std::string(column));
  }

  /// The leaf of each record is that of its text.
  Result<void> verify_record_leaves() {
    std::sort(m_records.begin(), m_records.end(),
              [](const Record& a, const Record& b) { return a.index < b.index; });
    auto record = m_records.begin();
    return m_store.each_leaf([&](LogIndex index, const MerkleHash& leaf) {
      while (record != m_records.end() && record->index < index) ++record;
      if (record == m_records.end() || record->index != index || record->text.empty()) return;
      if (leaf != leaf_hash(record->text)) find(index, audit_text("log.row_altered"), std::string("text"));
    });
  }

  /// Each is the one that its record tells of; m_records are in order.
  Result<void> verify_rejected_documents() {
    std::map<LogIndex, std::string> wanted;
    for (const Record& record : m_records)
      if (record.kind == RecordKind::rejection && !record.text.empty())
        wanted.emplace(record.index, kept_digest(record));
    auto read = m_store.each_rejected_document([&](LogIndex index, const std::string& bytes) {
      const auto told = wanted.find(index);
      if (told == wanted.end()) return find(index, audit_text("log.row_added"));
      if (told->second != to_hex(sha256(bytes))) find(index, audit_text("log.document_altered"));
      wanted.erase(told);
    });
    if (!read) return read;
    const std::string of_nothing = to_hex(sha256(std::string_view()));
    for (const auto& [index, digest] : wanted)
      if (digest != of_nothing) find(index, audit_text("log.no_document"));
    return {};
  }

  struct Erasure {
    LogIndex entry = 0;
    LogRuns runs;
    std::string remains;  ///< root_of
  };

  AuditStore& m_store;
  LogVerification& m_found;
  LogIndex m_next = 0;
  std::vector<bool> m_has_row;  ///< of each entry
  std::vector<Erasure> m_erasures;
  Remains m_remains;  ///< of what was erased
  std::vector<Record> m_records;
};

}  // namespace

Result<LogVerification> verified_log(AuditStore& store, const std::vector<PublicKey>& signers,
                                     const std::string& seen) {
  LogVerification found;
  const ReadingScope scope(store);
  if (!scope.begun()) return Failure{scope.begun().error()};
  LogCheck check(store, found);
  if (auto done = check.verify_tree(signers, seen); !done) return Failure{done.error()};
  if (auto done = check.read_erasures(); !done) return Failure{done.error()};
  if (auto done = check.verify_certificates(); !done) return Failure{done.error()};
  if (auto done = check.verify_records(); !done) return Failure{done.error()};
  check.verify_remains();
  check.verify_that_all_are_there();
  return found;
}

}  // namespace preshift
