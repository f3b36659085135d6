#include "audit_store_fixture.hpp"
#include "schema.hpp"
#include "sql_audit_store.hpp"
#include "sqlite_database.hpp"
#include "temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

namespace preshift {
namespace {

using testing::AuditStoreTest;
using testing::BackendKind;
using testing::digest_of;
using testing::failure_of;
using testing::made_record;
using testing::TemporaryFolder;

class SqliteStore : public AuditStoreTest {};

std::string bytes_in(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_P(SqliteStore, IsForTheUserAlone) {
  commit({made_record(0)});
  for (const char* end : {"", "-wal", "-shm"}) {
    struct stat state {};
    ASSERT_EQ(::stat((place() + end).c_str(), &state), 0) << end;
    EXPECT_EQ(state.st_mode & 0777U, 0600U) << end;
  }
}

TEST_P(SqliteStore, IsMadeOnlyWhenItIsToBe) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "deeper" / "store.db").string();
  EXPECT_EQ(failure_of(open_audit_store(file, false)), "store.missing");
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_TRUE(open_audit_store(file, true));
  EXPECT_TRUE(open_audit_store(file, false));
}

TEST_P(SqliteStore, LeavesTheFilesOfOthersAlone) {
  const TemporaryFolder folder;
  const std::string text = folder.write("notes.txt", std::string(5000, 'n')).string();
  EXPECT_EQ(failure_of(open_audit_store(text, true)), "store.not_a_store");
  EXPECT_EQ(bytes_in(text), std::string(5000, 'n'));
  const std::string other = (folder.path() / "other.db").string();
  SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
  const std::string before = bytes_in(other);
  EXPECT_EQ(failure_of(open_audit_store(other, true)), "store.not_a_store");
  EXPECT_EQ(bytes_in(other), before);
  EXPECT_FALSE(open_audit_store(folder.path().string(), true)) << "a folder";
}

TEST_P(SqliteStore, OfANewerSchemaIsRefused) {
  m_store.reset();
  SQLite::Database(place(), SQLite::OPEN_READWRITE).exec("INSERT INTO schema_steps VALUES (99)");
  const auto refused = open_audit_store(place(), true);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.text.id, "store.newer");
  const std::string words = render(refused.error().message, Language::english);
  EXPECT_NE(words.find("its schema is 99, this program knows " + std::to_string(newest_schema())),
            std::string::npos)
      << words;
}

TEST_P(SqliteStore, OfTheFirstSchemaIsBroughtUpToDate) {
  commit({made_record(0)});
  m_store.reset();
  SQLite::Database(place(), SQLite::OPEN_READWRITE)
      .exec(
          "DELETE FROM schema_steps WHERE step > 1; DROP TABLE rejected_documents; "
          "CREATE TABLE rejections (number INTEGER PRIMARY KEY)");
  m_store = opened();
  EXPECT_EQ(stored().size(), 1U);
  commit_rejected({1, RecordKind::rejection, testing::k_import, "a", "", "", "json.malformed", "{}"}, "x");
  EXPECT_EQ(rejected_documents(), std::vector<std::string>{"x"});
  EXPECT_FALSE(SQLite::Database(place()).tableExists("rejections"));
}

TEST_P(SqliteStore, TellsAfterAWhileThatSomebodyElseWrites) {
  ASSERT_TRUE(store().begin());
  const auto other = open_sqlite(place(), false, std::chrono::milliseconds(20));
  ASSERT_TRUE(other);
  const auto begun = (*other)->begin();
  EXPECT_EQ(failure_of(begun), "store.busy");
  store().rollback();
  EXPECT_TRUE((*other)->begin());
}

TEST_P(SqliteStore, UndoesATransactionThatTheDiskHasNoRoomFor) {
  commit(made_records(0, 10));
  auto database = open_sqlite(place(), false);
  ASSERT_TRUE(database);
  ASSERT_TRUE((*database)->query("PRAGMA max_page_count = 80", {}, [](const SqlRow&) {}));
  SqlAuditStore small(std::move(*database));
  ASSERT_TRUE(small.begin());
  Result<void> added;
  for (int i = 1; added && i < 100; ++i) added = add(small, made_records(i * 100, i * 100 + 100), i * 100);
  EXPECT_EQ(failure_of(added), "store.disk_full");
  EXPECT_EQ(failure_of(small.commit()), "store.undone");
  EXPECT_EQ(indices().size(), 10U);
  commit(made_records(10, 20), 10);
  EXPECT_EQ(stored().size(), 20U);
}

// The same by the system's own word: a file may not grow beyond a limit.
TEST_P(SqliteStore, SurvivesAFileThatMayNotGrow) {
  commit(made_records(0, 10));
  m_store.reset();
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit limit{400'000, 400'000};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto own = opened();
    Result<void> added = own->begin();
    for (int i = 1; added && i < 100; ++i) {
      added = add(*own, made_records(i * 100, i * 100 + 100), i * 100);
      if (added) added = own->commit();
      if (added) added = own->begin();
    }
    ::_exit(failure_of(added) == "store.failed" ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  m_store = opened();
  const auto found = stored();
  EXPECT_GE(found.size(), 10U);
  for (std::size_t i = 10; i < found.size(); ++i) EXPECT_FALSE(found[i].record.document.empty());
  EXPECT_EQ(found.size() % 100, 10U) << "whole batches alone";
}

/// What somebody is told who may write neither the store nor its folder, and who else reads ten certificates:
/// when it is opened, else when it is to be added to.
std::string said_to_a_reader(const std::string& place, mode_t rights) {
  const auto folder = std::filesystem::path(place).parent_path();
  for (const auto& each : std::filesystem::directory_iterator(folder)) ::chmod(each.path().c_str(), rights);
  ::chmod(folder.c_str(), 0555);
  int ends[2];
  if (::pipe(ends) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t k_nobody = 65534;
    if (::geteuid() == 0 && ::setuid(k_nobody) != 0) ::_exit(2);
    auto reader = open_audit_store(place, false);
    int seen = 0;
    const bool reads = reader && (*reader)->each_certificate({}, [&](const CertificateRow&) { ++seen; });
    const std::string said = !reader ? "not opened: " + failure_of(reader) : failure_of((*reader)->begin());
    const bool is_told = ::write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
    ::_exit(is_told && (!reader || (reads && seen == 10)) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said(100, ' ');
  said.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(ends[0], said.data(), said.size()))));
  ::close(ends[0]);
  int status = -1;
  ::waitpid(child, &status, 0);
  ::chmod(folder.c_str(), 0755);
  return status == 0 ? said : "not read: " + said;
}

TEST_P(SqliteStore, ThatMayOnlyBeReadSaysSo) {
  commit(made_records(0, 10));
  EXPECT_EQ(said_to_a_reader(place(), 0444), "store.read_only") << "while somebody else has it open";
}

class SqliteCopy : public SqliteStore {
 protected:
  /// A copy of ten certificates, alone in a folder whose name means something in an address.
  std::string copied() {
    commit(made_records(0, 10));
    m_store.reset();
    const auto folder = std::filesystem::path(place()).parent_path() / "50 % of #1?";
    std::filesystem::create_directory(folder);
    ::chmod(folder.parent_path().c_str(), 0755);  // so that somebody else gets there
    std::filesystem::copy(place(), folder / "copy.sqlite");
    return (folder / "copy.sqlite").string();
  }
};

TEST_P(SqliteCopy, IsReadWhereNothingCanBeWrittenBesideIt) {
  EXPECT_EQ(said_to_a_reader(copied(), 0444), "store.read_only");
}

TEST_P(SqliteCopy, IsNotReadWhileAnotherAccountMayWriteIt) {
  EXPECT_EQ(said_to_a_reader(copied(), 0644), "not opened: store.needs_copy");
}

TEST_P(SqliteCopy, ThatMayNotBeReadIsNotToBeCopied) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can make what another account may not read";
  EXPECT_EQ(said_to_a_reader(copied(), 0600), "not opened: store.not_opened");
}

TEST_P(SqliteCopy, IsNoFolder) {
  const auto folder = std::filesystem::path(copied()).parent_path().string();
  EXPECT_EQ(failure_of(open_audit_store(folder, false)), "store.not_opened");
}

TEST_P(SqliteStore, ReportsAGapInTheLeavesAsItIs) {
  commit({Record{0, RecordKind::review, testing::k_import, "a", "", "", "", "{}"},
          Record{1, RecordKind::review, testing::k_import, "b", "", "", "", "{}"},
          Record{2, RecordKind::review, testing::k_import, "c", "", "", "", "{}"}});
  SQLite::Database(place(), SQLite::OPEN_READWRITE).exec("DELETE FROM leaves WHERE entry = 1");
  std::vector<LogIndex> found;
  ASSERT_TRUE(store().each_leaf([&](LogIndex index, const MerkleHash&) { found.push_back(index); }));
  EXPECT_EQ(found, (std::vector<LogIndex>{0, 2}));
}

TEST_P(SqliteStore, LeavesNoByteOfWhatWasErased) {
  std::vector<CertificateRecord> certificates = made_records(0, 800);
  const std::string pseudonym = "pseudonym-of-somebody";
  const std::string justification = "because somebody asked for it";
  std::vector<std::string> traces{pseudonym, justification, "did:key:z6MkSomebody", "nonce-of-somebody"};
  for (std::size_t i = 0; i < certificates.size(); i += 7) {
    CertificateRecord& record = certificates[i];
    record.agent = pseudonym;
    record.issuer = "did:key:z6MkSomebody";
    record.nonce = "nonce-of-somebody";
    record.waivers = {{"rule", "boss", justification, testing::k_import, WaiverState::counts}};
    record.document = digest_of(record.id) + digest_of(record.nonce) + record.id;
    traces.push_back(compressed_document(record.document).substr(20, 40));
  }
  commit(certificates);
  commit({Record{800, RecordKind::dispute, testing::k_import, "key", pseudonym, "", "",
                 "{\"a\":\"" + pseudonym + "\"}"}});
  reopen();
  const std::string before = bytes_in(place());
  for (const std::string& trace : traces) EXPECT_NE(before.find(trace), std::string::npos);
  ASSERT_TRUE(store().begin());
  EXPECT_EQ(*store().erase_agent(pseudonym), 115U);
  ASSERT_TRUE(store().commit());
  const std::string after = bytes_in(place()) + bytes_in(place() + "-wal");
  for (const std::string& trace : traces) EXPECT_EQ(after.find(trace), std::string::npos) << trace;
  EXPECT_NE(after.find("agent-1"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Of, SqliteStore, ::testing::Values(BackendKind::sqlite), testing::backend_name);
INSTANTIATE_TEST_SUITE_P(Of, SqliteCopy, ::testing::Values(BackendKind::sqlite), testing::backend_name);

}  // namespace
}  // namespace preshift
