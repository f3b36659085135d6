#include "audit_store.hpp"
#include "hex.hpp"
#include "postgresql_server.hpp"
#include "sha256.hpp"
#include "temporary_folder.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

// How fast an audit store takes certificates that are ready made (no signature is verified here, so this is
// the limit of an import), and how fast it gives a million of them to who counts. PRESHIFT_BENCH_CERTIFICATES
// sets another number.

namespace preshift {
namespace {

constexpr int k_batch = 1000;
constexpr int k_agents = 5000;

int certificates() {
  const char* number = std::getenv("PRESHIFT_BENCH_CERTIFICATES");
  return number == nullptr ? 1'000'000 : std::stoi(number);
}

std::string digest_of(const std::string& text) {
  return to_hex(sha256(text));
}

/// About as large as a certificate by the standard profile, before and after compression: 5.7 and 1.4 kB.
std::string made_document(int number) {
  std::string document = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"id\":\"" +
                         std::to_string(number) + "\",\"rules\":[";
  for (int rule = 0; rule < 27; ++rule)
    document += "{\"rule\":\"rule-" + std::to_string(rule) +
                "\",\"requirement\":\"quiet\",\"severity\":\"required\",\"result\":\"pass\",\"measured\":"
                "{\"unit\":\"dB(A)\",\"uncertainty\":1.7,\"value\":\"" +
                digest_of(std::to_string(number * 100 + rule)) + "\"}},";
  const std::string digest = digest_of(document);
  return document + "{}],\"proof\":\"" + digest + digest_of(digest) + "\",\"profile\":\"" +
         digest_of("profile") + "\"}";
}

CertificateRecord made_record(int number) {
  CertificateRecord record;
  const std::string digest = digest_of(std::to_string(number));
  record.id = "urn:uuid:" + digest.substr(0, 8) + '-' + digest.substr(8, 4) + '-' + digest.substr(12, 4) +
              '-' + digest.substr(16, 4) + '-' + digest.substr(20, 12);
  record.digest = digest;
  record.agent = "agent-" + std::to_string(number % k_agents);
  record.issuer = "did:key:z6Mk" + digest_of(record.agent).substr(0, 44);
  record.site = "site-" + std::to_string(number % 7);
  record.profile = "standard";
  record.profile_version = 4;
  record.outcome = number % 20 == 0 ? Outcome::not_cleared : Outcome::cleared;
  record.is_live = true;
  record.issued_at = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000 + number * 30));
  record.valid_until = record.issued_at + std::chrono::hours(8);
  record.level = JudgedLevel{30 + number % 200 / 10.0, 1.7, 45.0};
  record.nonce = digest_of("nonce" + digest).substr(0, 32);
  record.measurements_digest = digest_of("measurements" + digest);
  record.failed_rules = {{"noise.laeq", "quiet", true, RuleResult::fail, "verdict.above", false}};
  record.document = made_document(number);
  return record;
}

/// Made before the clock runs.
struct Batch {
  std::vector<CertificateRecord> records;
  std::vector<AuditStore::NewCertificate> added;
};
Batch made_batch(int first) {
  Batch batch;
  for (int i = first; i < first + k_batch; ++i) batch.records.push_back(made_record(i));
  for (const CertificateRecord& record : batch.records) {
    const auto index = static_cast<LogIndex>(first) + std::ssize(batch.added);
    batch.added.push_back({index, leaf_hash(record.document), &record, compressed_document(record.document)});
  }
  return batch;
}

template <class T>
T ensured(Result<T> result) {
  if (!result) throw std::runtime_error(render(result.error().message, Language::english));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Grows by what the benchmark of adding adds, then to the whole number; gone with the process.
class FilledStore {
 public:
  explicit FilledStore(std::string place) : m_store(ensured(open_audit_store(place, true))) {}

  AuditStore& store() { return *m_store; }
  void add(const Batch& batch) {
    ensured(m_store->begin());
    ensured(m_store->add_certificates(batch.added, std::chrono::sys_seconds{}));
    ensured(m_store->commit());
    m_size += k_batch;
  }
  void fill() {
    while (m_size < certificates()) add(made_batch(m_size));
  }
  [[nodiscard]] int size() const { return m_size; }

 private:
  std::unique_ptr<AuditStore> m_store;
  int m_size = 0;
};

FilledStore& sqlite_store() {
  static const testing::TemporaryFolder s_folder;
  static FilledStore s_store((s_folder.path() / "audit.db").string());
  return s_store;
}

FilledStore& postgresql_store() {
  static testing::PostgresqlServer s_server(true);
  static FilledStore s_store(s_server.new_database());
  return s_store;
}

using StoreSource = FilledStore& (*)();

long peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// Batches of 1000, each committed and, with SQLite, written through to the disk.
void add_certificates(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  for (auto _ : state) {
    state.PauseTiming();
    const Batch batch = made_batch(filled.size());
    state.ResumeTiming();
    filled.add(batch);
  }
  state.SetItemsProcessed(state.iterations() * k_batch);
}

void per_row(benchmark::State& state, FilledStore& filled) {
  state.SetItemsProcessed(state.iterations() * filled.size());
  state.SetLabel(std::to_string(filled.size()) + " certificates, at most " +
                 std::to_string(peak_mebibytes()) + " MiB");
}

void each_certificate(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  filled.fill();
  for (auto _ : state) {
    std::int64_t cleared = 0;
    ensured(filled.store().each_certificate({}, [&](const CertificateRow& row) {
      if (row.outcome == Outcome::cleared) ++cleared;
    }));
    benchmark::DoNotOptimize(cleared);
  }
  per_row(state, filled);
}

/// What a question about some of them costs.
void count_of(benchmark::State& state, FilledStore& filled, const AuditFilter& filter) {
  filled.fill();
  std::int64_t rows = 0;
  std::int64_t rules = 0;
  for (auto _ : state) {
    rows = rules = 0;
    ensured(filled.store().each_certificate(filter, [&](const CertificateRow&) { ++rows; }));
    ensured(filled.store().each_failed_rule(filter, [&](const FailedRuleRow&) { ++rules; }));
  }
  state.SetLabel(std::to_string(rows) + " certificates and " + std::to_string(rules) + " failed rules of " +
                 std::to_string(filled.size()));
}

void one_agent(benchmark::State& state, StoreSource source) {
  AuditFilter filter;
  filter.agent = "agent-7";
  count_of(state, source(), filter);
}

void one_week(benchmark::State& state, StoreSource source) {
  AuditFilter filter;
  filter.from = made_record(certificates() / 2).issued_at;
  filter.until = *filter.from + std::chrono::days(7);
  count_of(state, source(), filter);
}

/// And undoes it.
void erase_agent(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  filled.fill();
  std::size_t erased = 0;
  for (auto _ : state) {
    ensured(filled.store().begin());
    erased = ensured(filled.store().erase_agent("agent-7"));
    filled.store().rollback();
  }
  state.SetLabel(std::to_string(erased) + " certificates of " + std::to_string(filled.size()));
}

void each_failed_rule(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  filled.fill();
  for (auto _ : state) {
    std::int64_t required = 0;
    ensured(filled.store().each_failed_rule({}, [&](const FailedRuleRow& row) {
      if (row.required) ++required;
    }));
    benchmark::DoNotOptimize(required);
  }
  per_row(state, filled);
}

void each_leaf(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  filled.fill();
  for (auto _ : state) {
    LogIndex last = 0;
    ensured(filled.store().each_leaf([&](LogIndex index, const MerkleHash&) { last = index; }));
    benchmark::DoNotOptimize(last);
  }
  per_row(state, filled);
}

void repeated(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  filled.fill();
  for (auto _ : state)
    benchmark::DoNotOptimize(ensured(filled.store().repeated([](LogIndex, std::int32_t) {})));
  per_row(state, filled);
}

void each_stored(benchmark::State& state, StoreSource source) {
  FilledStore& filled = source();
  filled.fill();
  for (auto _ : state) {
    std::size_t bytes = 0;
    ensured(filled.store().each_stored(
        {}, [&](const StoredCertificate& stored) { bytes += stored.record.document.size(); }));
    benchmark::DoNotOptimize(bytes);
  }
  per_row(state, filled);
}

void compress_document(benchmark::State& state) {
  const std::string document = made_document(1);
  for (auto _ : state) benchmark::DoNotOptimize(compressed_document(document));
  state.SetItemsProcessed(state.iterations());
  state.SetLabel(std::to_string(document.size()) + " to " +
                 std::to_string(compressed_document(document).size()) + " bytes");
}
BENCHMARK(compress_document);

#define PRESHIFT_BENCHMARK_STORE(name, source)                                                      \
  BENCHMARK_CAPTURE(add_certificates, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime(); \
  BENCHMARK_CAPTURE(each_certificate, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime(); \
  BENCHMARK_CAPTURE(each_failed_rule, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime(); \
  BENCHMARK_CAPTURE(one_agent, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime();        \
  BENCHMARK_CAPTURE(one_week, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime();         \
  BENCHMARK_CAPTURE(each_leaf, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime();        \
  BENCHMARK_CAPTURE(repeated, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime();         \
  BENCHMARK_CAPTURE(erase_agent, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime();      \
  BENCHMARK_CAPTURE(each_stored, name, &source)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1)

PRESHIFT_BENCHMARK_STORE(sqlite, sqlite_store);
PRESHIFT_BENCHMARK_STORE(postgresql, postgresql_store);

}  // namespace
}  // namespace preshift
