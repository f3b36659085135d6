#include "audit_import.hpp"

#include "audit_texts.hpp"
#include "canonical_json.hpp"
#include "dispute.hpp"
#include "hex.hpp"
#include "sha256.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <iterator>
#include <thread>
#include <utility>

namespace preshift {
namespace {

/// What a batch of documents came to, sorted.
struct ExaminedBatch {
  std::vector<AuditTransaction::ReadyCertificate> certificates;
  ReadyRecords records;
  std::vector<Rejection> rejections;
};

using Batch = std::vector<GivenDocument>;

std::vector<ExaminedDocument> examined_slice(const Batch& batch, std::size_t begin, std::size_t end,
                                             const ImportTerms& terms) {
  std::vector<ExaminedDocument> documents;
  documents.reserve(end - begin);
  for (std::size_t place = begin; place < end; ++place) documents.push_back(examined(batch[place], terms));
  return documents;
}

void sort_in(ExaminedBatch& sorted, std::vector<ExaminedDocument> documents) {
  for (ExaminedDocument& document : documents) {
    if (auto* certificate = std::get_if<AuditTransaction::ReadyCertificate>(&document)) {
      sorted.certificates.push_back(std::move(*certificate));
    } else if (auto* records = std::get_if<ReadyRecords>(&document)) {
      std::move(records->begin(), records->end(), std::back_inserter(sorted.records));
    } else {
      sorted.rejections.push_back(std::move(std::get<Rejection>(document)));
    }
  }
}

/// By several threads, each a slice of neighbours, so that the order stays.
ExaminedBatch examined_batch(const Batch& batch, const ImportTerms& terms, unsigned threads) {
  std::vector<std::future<std::vector<ExaminedDocument>>> slices;
  const std::size_t parts = std::max(1U, threads);
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t begin = batch.size() * part / parts;
    const std::size_t end = batch.size() * (part + 1) / parts;
    slices.push_back(
        std::async(std::launch::async, [&, begin, end] { return examined_slice(batch, begin, end, terms); }));
  }
  ExaminedBatch sorted;
  for (auto& slice : slices) sort_in(sorted, slice.get());
  return sorted;
}

/// Approvals and disputes name a key; whom it belongs to is what the certificate says that they are about.
/// Nobody disputes another's certificate: such a one is moved to the rejections.
class Ownership {
 public:
  Ownership(AuditStore& store, ExaminedBatch& batch, std::chrono::sys_seconds now)
      : m_store(store), m_batch(batch), m_now(now) {}

  Result<void> settle() {
    ReadyRecords kept;
    for (auto& [record, details] : m_batch.records) {
      if (record.kind != RecordKind::shift) {
        const auto owner = owner_of(text_member(details, "certificateDigest").value_or(""));
        if (!owner) return Failure{owner.error()};
        if (*owner && record.kind == RecordKind::dispute && !is_own(details, (*owner)->issuer)) {
          reject(record, details);
          continue;
        }
        if (*owner) record.agent = (*owner)->agent;
      }
      kept.emplace_back(record, details);  // a copy: what fails half-way is tried again
    }
    m_batch.records = std::move(kept);
    return {};
  }

 private:
  struct Owner {
    std::string agent;
    std::string issuer;
  };

  static bool is_own(const Json& details, const std::string& issuer) {
    const auto view = read_dispute(details.at("document"));
    return view && is_by(*view, issuer);
  }

  /// Of the certificate with this digest: an id may be used by others too.
  Result<std::optional<Owner>> owner_of(const std::string& digest) {
    for (const auto& each : m_batch.certificates)
      if (each.record.digest == digest) return std::optional(Owner{each.record.agent, each.record.issuer});
    const auto stored = m_store.certificate(digest);
    if (!stored) return Failure{stored.error()};
    if (!*stored || (*stored)->is_erased) return std::optional<Owner>();
    return std::optional(Owner{(*stored)->record.agent, (*stored)->record.issuer});
  }

  void reject(const Record& record, const Json& details) {
    const std::string bytes = canonical_json(details.at("document"));
    m_batch.rejections.push_back({m_now,
                                  record.certificate,
                                  to_hex(sha256(bytes)),
                                  std::string(audit_text("import.dispute_of_another").id),
                                  {record.certificate},
                                  bytes});
  }

  AuditStore& m_store;
  ExaminedBatch& m_batch;
  std::chrono::sys_seconds m_now;
};

Result<void> add_rejections(AuditTransaction& transaction, const std::vector<Rejection>& rejections) {
  ReadyRecords records;
  std::vector<std::string_view> documents;
  for (const Rejection& rejection : rejections) {
    records.push_back(rejection_record(rejection));
    documents.emplace_back(rejection.bytes);
  }
  const auto added = transaction.add(std::move(records), documents);
  return added ? Result<void>() : Failure{added.error()};
}

/// All of it in one transaction; the tally of what came in.
Result<ImportTally> committed(AuditStore& store, const LogKey& key, ExaminedBatch& batch,
                              std::chrono::sys_seconds now) {
  auto transaction = AuditTransaction::begin(store, key);
  if (!transaction) return Failure{transaction.error()};
  if (auto named = Ownership(store, batch, now).settle(); !named) return Failure{named.error()};
  ImportTally tally;
  const auto certificates = transaction->add(batch.certificates, now);
  if (!certificates) return Failure{certificates.error()};
  const auto records = transaction->add(batch.records);
  if (!records) return Failure{records.error()};
  if (auto kept = add_rejections(*transaction, batch.rejections); !kept) return Failure{kept.error()};
  tally.certificates = *certificates;
  tally.records = *records;
  tally.known = batch.certificates.size() + batch.records.size() - *certificates - *records;
  tally.rejected = batch.rejections.size();
  const bool is_news = tally.certificates + tally.records + tally.rejected > 0;
  if (is_news)
    if (auto done = transaction->commit(); !done) return Failure{done.error()};
  return tally;
}

void add_up(ImportTally& whole, const ImportTally& part, std::vector<Rejection> rejections) {
  whole.certificates += part.certificates;
  whole.records += part.records;
  whole.known += part.known;
  whole.rejected += part.rejected;
  for (Rejection& rejection : rejections) {
    if (whole.rejections.size() >= k_listed_rejections) break;
    rejection.bytes.clear();
    whole.rejections.push_back(std::move(rejection));
  }
}

/// Commits one batch while the next one is verified and the one after that is read.
class Pipeline {
 public:
  Pipeline(AuditStore& store, const LogKey& key, const ImportTerms& terms, const ImportPace& pace)
      : m_store(store), m_key(key), m_terms(terms), m_pace(pace) {}

  Result<void> put(Batch batch) {
    if (auto passed = pass_on(); !passed) return passed;
    m_examination = std::async(std::launch::async, [this, given = std::move(batch)] {
      return examined_batch(given, m_terms, m_pace.threads);
    });
    return {};
  }

  /// Waits for all that was put.
  Result<void> settle() {
    if (auto passed = pass_on(); !passed) return passed;
    return settle_commit();
  }

  [[nodiscard]] ImportTally take() { return std::move(m_tally); }

 private:
  /// From being verified to being committed.
  Result<void> pass_on() {
    if (!m_examination.valid()) return {};
    ExaminedBatch sorted = m_examination.get();
    if (auto settled = settle_commit(); !settled) return settled;
    m_under_way = std::move(sorted);
    m_commit = std::async(std::launch::async, [this] { return with_attempts(); });
    return {};
  }

  Result<void> settle_commit() {
    if (!m_commit.valid()) return {};
    auto done = m_commit.get();
    if (!done) return Failure{done.error()};
    add_up(m_tally, *done, std::move(m_under_way.rejections));
    return {};
  }

  /// A store that was lost may be there again: beginning connects anew, and what is there is not taken twice.
  Result<ImportTally> with_attempts() {
    for (unsigned attempt = 1;; ++attempt) {
      auto done = committed(m_store, m_key, m_under_way, m_terms.now);
      if (done || attempt >= m_pace.attempts) return done;
      std::this_thread::sleep_for(std::chrono::seconds(attempt));
    }
  }

  AuditStore& m_store;
  const LogKey& m_key;
  const ImportTerms& m_terms;
  const ImportPace& m_pace;
  ExaminedBatch m_under_way;
  ImportTally m_tally;
  std::future<ExaminedBatch> m_examination;
  std::future<Result<ImportTally>> m_commit;  // last: they end before what they use
};

}  // namespace

Result<ImportTally> import_documents(AuditStore& store, const LogKey& key,
                                     const std::vector<std::string>& paths, std::istream& input,
                                     const ImportTerms& terms, const ImportPace& pace) {
  Pipeline pipeline(store, key, terms, pace);
  Batch batch;
  Result<void> going = Result<void>();
  const auto flush = [&] {
    going = pipeline.put(std::exchange(batch, {}));
    return going.has_value();
  };
  const auto read = each_given_document(paths, input, [&](GivenDocument document) {
    batch.push_back(std::move(document));
    return batch.size() < pace.batch || flush();
  });
  if (!going) return Failure{going.error()};
  // What was read before something was unreadable is not lost.
  if (!batch.empty() && !flush()) return Failure{going.error()};
  if (auto settled = pipeline.settle(); !settled) return Failure{settled.error()};
  if (!read) return Failure{read.error()};
  ImportTally tally = pipeline.take();
  tally.aside = *read;
  return tally;
}

}  // namespace preshift
