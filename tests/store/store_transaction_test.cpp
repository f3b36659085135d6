#include "audit_store_fixture.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <functional>

namespace preshift {
namespace {

using testing::AuditStoreTest;
using testing::failure_of;
using testing::made_record;
using Indices = std::vector<LogIndex>;

class StoreTransaction : public AuditStoreTest {};

/// Runs it in a process of its own, which ends with its result, 0 being success.
pid_t in_a_child(const std::function<bool()>& action) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  try {
    ::_exit(action() ? 0 : 1);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  ::_exit(2);
}

int status_of(pid_t child) {
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}

TEST_P(StoreTransaction, LeavesNothingWhenItIsRolledBack) {
  commit(made_records(0, 2));
  const auto names = *store().names();
  ASSERT_TRUE(store().begin());
  CertificateRecord other = made_record(2);
  other.agent = "somebody new";
  ASSERT_TRUE(add(store(), {other}, 2));
  LogState state;
  state.origin = "o";
  ASSERT_TRUE(store().set_log_state(state));
  store().rollback();
  EXPECT_EQ(indices(), (Indices{0, 1}));
  EXPECT_EQ(store().log_state()->origin, "");
  EXPECT_EQ(*store().names(), names);
  commit({other}, 2);
  EXPECT_EQ(name(rows().back().agent), "somebody new");
}

TEST_P(StoreTransaction, SeesWhatItWroteAndOthersDoNotYet) {
  const auto reader = opened();
  ASSERT_TRUE(store().begin());
  ASSERT_TRUE(add(store(), made_records(0, 3)));
  EXPECT_EQ(indices(), (Indices{0, 1, 2}));
  int seen = 0;
  ASSERT_TRUE(reader->each_certificate({}, [&](const CertificateRow&) { ++seen; }));
  EXPECT_EQ(seen, 0);
  ASSERT_TRUE(store().commit());
  ASSERT_TRUE(reader->each_certificate({}, [&](const CertificateRow&) { ++seen; }));
  EXPECT_EQ(seen, 3);
}

TEST_P(StoreTransaction, IsUndoneAsAWholeWhenAnythingInItFails) {
  commit(made_records(0, 2));
  ASSERT_TRUE(store().begin());
  ASSERT_TRUE(add(store(), made_records(2, 4), 2));
  EXPECT_EQ(failure_of(add(store(), {made_record(1)}, 4)), "store.duplicate");
  EXPECT_EQ(failure_of(store().commit()), "store.undone");
  EXPECT_EQ(indices(), (Indices{0, 1}));
  commit(made_records(2, 4), 2);
  EXPECT_EQ(indices(), (Indices{0, 1, 2, 3}));
}

TEST_P(StoreTransaction, RefusesARecordASecondTime) {
  const Record record{0, RecordKind::review, testing::k_import, "key", "", "", "", "{}"};
  commit({record});
  Record again = record;
  again.index = 1;
  ASSERT_TRUE(store().begin());
  const std::vector<AuditStore::NewRecord> added{{leaf_hash("{}"), again}};
  EXPECT_EQ(failure_of(store().add_records(added)), "store.duplicate");
  EXPECT_EQ(records(RecordKind::review).size(), 1U);
}

TEST_P(StoreTransaction, IsNeededForEveryChange) {
  EXPECT_EQ(failure_of(add(store(), {made_record(0)})), "store.undone");
  EXPECT_EQ(failure_of(store().set_log_state({})), "store.undone");
  EXPECT_EQ(failure_of(store().add_records({})), "store.undone");
  EXPECT_EQ(failure_of(store().erase_agent("agent-0")), "store.undone");
  EXPECT_EQ(failure_of(store().commit()), "store.undone");
}

TEST_P(StoreTransaction, OfAKilledProcessLeavesNothing) {
  commit(made_records(0, 2));
  m_store.reset();
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = in_a_child([&] {
    const auto own = opened();
    if (!own->begin() || !add(*own, made_records(2, 2000), 2)) return false;
    const bool told = ::write(ready[1], "r", 1) == 1;
    for (;;) ::pause();
    return told;
  });
  char letter = 0;
  ASSERT_EQ(::read(ready[0], &letter, 1), 1);
  ::kill(child, SIGKILL);
  EXPECT_TRUE(WIFSIGNALED(status_of(child)));
  m_store = opened();
  EXPECT_EQ(indices(), (Indices{0, 1}));
  commit(made_records(2, 4), 2);
  EXPECT_EQ(indices(), (Indices{0, 1, 2, 3}));
}

/// As an import does: looks what is known, adds the rest behind the last entry. In batches.
bool import_all(AuditStore& store, int count) {
  constexpr int k_batch = 50;
  for (int first = 0; first < count; first += k_batch) {
    if (!store.begin()) return false;
    auto state = store.log_state();
    std::vector<CertificateRecord> batch;
    for (int i = first; i < first + k_batch; ++i)
      if (store.known_certificates(std::vector{made_record(i).digest})->empty())
        batch.push_back(made_record(i));
    std::vector<AuditStore::NewCertificate> added;
    for (const CertificateRecord& record : batch) {
      added.push_back({static_cast<LogIndex>(state->tree.size()), leaf_hash(record.document), &record,
                       compressed_document(record.document)});
      state->tree.append(leaf_hash(record.document));
    }
    if (!store.add_certificates(added, testing::k_import) || !store.set_log_state(*state) || !store.commit())
      return false;
  }
  return true;
}

TEST_P(StoreTransaction, OfTwoProcessesSucceedsInTurnWithoutDoubles) {
  constexpr int k_count = 1000;
  m_store.reset();
  std::vector<pid_t> children;
  for (int i = 0; i < 2; ++i) children.push_back(in_a_child([&] { return import_all(*opened(), k_count); }));
  for (const pid_t child : children) EXPECT_EQ(status_of(child), 0);
  m_store = opened();
  const auto found = stored();
  ASSERT_EQ(found.size(), static_cast<std::size_t>(k_count));
  CompactRange tree;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].index, static_cast<LogIndex>(i));
    EXPECT_EQ(found[i].leaf, leaf_hash(found[i].record.document));
    EXPECT_EQ(found[i].record.document, made_record(std::stoi(found[i].record.id.substr(33))).document);
    ids.insert(found[i].record.id);
    tree.append(found[i].leaf);
  }
  EXPECT_EQ(ids.size(), static_cast<std::size_t>(k_count));
  EXPECT_EQ(store().log_state()->tree.root(), tree.root());
}

TEST_P(StoreTransaction, NeedsAStoreThatMayBeMadeBySeveralAtOnce) {
  m_store.reset();
  m_backend = testing::make_backend(GetParam());
  std::vector<pid_t> children;
  for (int i = 0; i < 6; ++i)
    children.push_back(in_a_child([&] { return opened()->log_state().has_value(); }));
  for (const pid_t child : children) EXPECT_EQ(status_of(child), 0);
  m_store = opened();
  EXPECT_EQ(store().log_state()->tree.size(), 0U);
}

TEST_P(StoreTransaction, LearnsTheNamesThatAnotherOneMade) {
  const auto other = opened();
  ASSERT_TRUE(other->begin());
  ASSERT_TRUE(add(*other, {made_record(0)}));
  ASSERT_TRUE(other->commit());
  commit({made_record(1)}, 1);
  ASSERT_TRUE(other->begin());
  ASSERT_TRUE(add(*other, {made_record(2), made_record(3), made_record(5)}, 2));
  ASSERT_TRUE(other->commit());
  for (const StoredCertificate& certificate : stored())
    EXPECT_EQ(certificate.record.agent, made_record(std::stoi(certificate.record.id.substr(33))).agent);
}

INSTANTIATE_TEST_SUITE_P(Of, StoreTransaction, testing::k_backends, testing::backend_name);

}  // namespace
}  // namespace preshift
