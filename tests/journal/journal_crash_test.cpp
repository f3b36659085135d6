#include "journal_fixture.hpp"
#include "temporary_folder.hpp"

#include <fstream>

#ifdef __linux__
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#endif

namespace preshift {
namespace {

using testing::Disk;
using testing::Signer;
using testing::TestClock;

std::ptrdiff_t repairs_in(const Journal& journal) {
  return std::count_if(journal.findings.begin(), journal.findings.end(), [](const JournalFinding& finding) {
    return finding.kind == JournalFindingKind::repaired;
  });
}

/// After a failure at any moment: sound, nothing that was acknowledged is lost, and the next entry says so.
void expect_mended(Disk disk, const Signer& signer, std::size_t acknowledged, const std::string& what) {
  const Journal after = testing::read(disk);
  ASSERT_TRUE(after.is_sound()) << what << ": " << testing::told(after);
  ASSERT_GE(after.entries.size(), acknowledged) << what;
  const bool was_torn = !after.torn.empty();
  const std::string before = disk.journal;
  disk.operations_left = -1;
  TestClock clock;
  clock.pass(std::chrono::hours(2));
  auto writer = testing::writer_on(disk, signer, clock);
  ASSERT_TRUE(writer) << what;
  ASSERT_TRUE(writer->append(JournalEvent::sign_out, {{"after", "the failure"}})) << what;
  ASSERT_TRUE(disk.journal.starts_with(before)) << what;  // nothing is taken away
  const Journal mended = testing::read(disk);
  ASSERT_TRUE(mended.is_sound()) << what << ": " << testing::told(mended);
  ASSERT_EQ(mended.entries.size(), after.entries.size() + 1) << what;
  ASSERT_EQ(repairs_in(mended), repairs_in(after) + (was_torn ? 1 : 0)) << what;
  ASSERT_FALSE(testing::has(mended, JournalFindingKind::torn)) << what;
}

TEST(JournalCrash, PowerMayFailAtEveryOperationAndByte) {
  const Signer signer;
  const Disk before = testing::written_disk(signer, 2);
  const std::size_t line = testing::lines_of(before.journal)[1].size() + 1;
  for (int operation = 0; operation < 2; ++operation) {
    for (std::size_t bytes = 0; bytes <= line; ++bytes) {
      Disk disk = before;
      disk.operations_left = operation;
      disk.bytes_that_arrive = bytes;
      TestClock clock;
      clock.pass(std::chrono::hours(1));
      auto writer = testing::writer_on(disk, signer, clock);
      ASSERT_TRUE(writer);
      ASSERT_FALSE(writer->append(JournalEvent::sign_in, Json::object()));
      expect_mended(disk, signer, 2, std::to_string(operation) + "/" + std::to_string(bytes));
    }
  }
}

TEST(JournalCrash, PowerMayFailAgainWhileItIsMended) {
  const Signer signer;
  const Disk before = testing::written_disk(signer, 2);
  for (const std::size_t first : {std::size_t{1}, std::size_t{100}, std::size_t{400}}) {
    for (std::size_t second = 0; second < 600; second += 7) {
      Disk disk = before;
      for (const std::size_t bytes : {first, second}) {
        disk.operations_left = 0;
        disk.bytes_that_arrive = bytes;
        TestClock clock;
        clock.pass(std::chrono::hours(1));
        auto writer = testing::writer_on(disk, signer, clock);
        ASSERT_TRUE(writer);
        ASSERT_FALSE(writer->append(JournalEvent::sign_in, Json::object()));
      }
      expect_mended(disk, signer, 2, std::to_string(first) + " " + std::to_string(second));
    }
  }
}

TEST(JournalCrash, PowerMayFailAtTheVeryFirstEntry) {
  const Signer signer;
  for (int operation = 0; operation < 3; ++operation) {  // the first head, the entry, its head
    for (std::size_t bytes = 0; bytes < 500; bytes += 11) {
      Disk disk;
      disk.operations_left = operation;
      disk.bytes_that_arrive = bytes;
      TestClock clock;
      auto writer = testing::writer_on(disk, signer, clock);
      ASSERT_TRUE(writer);
      ASSERT_FALSE(writer->append(JournalEvent::sign_in, Json::object()));
      expect_mended(disk, signer, 0, std::to_string(operation) + "/" + std::to_string(bytes));
    }
  }
}

TEST(JournalCrash, ARepairThatIsNotTrueIsFound) {
  const Signer signer;
  Disk disk = testing::written_disk(signer, 2);
  disk.journal += "{\"torn";
  TestClock clock;
  clock.pass(std::chrono::hours(1));
  auto writer = testing::writer_on(disk, signer, clock);
  ASSERT_TRUE(writer && writer->append(JournalEvent::sign_in, Json::object()));
  EXPECT_EQ(testing::told(testing::read(disk)), "4/3 repaired");
  Disk hidden = disk;
  hidden.journal.erase(hidden.journal.find("{\"torn"), 7);
  EXPECT_EQ(testing::told(testing::read(hidden)), "3/3 wrong_repair");
  Disk other = disk;
  other.journal.replace(other.journal.find("{\"torn"), 6, "{\"worn");
  EXPECT_EQ(testing::told(testing::read(other)), "3/0 damaged_line; 4/3 wrong_repair");
}

#ifdef __linux__

/// Runs the work in a process of its own, which is killed at its n-th stop before or after a system call.
/// False when it came to its end before.
template <class Work>
bool is_killed_at(int stop, Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(0);
    ::raise(SIGSTOP);
    work();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFSTOPPED(status)) return false;  // nobody may trace here
  for (int i = 0; i < stop; ++i) {
    if (::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) != 0) ADD_FAILURE() << "no tracing here";
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status)) {
      EXPECT_EQ(WEXITSTATUS(status), 0);
      return false;
    }
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, &status, 0);
  return true;
}

bool can_trace() {
  return is_killed_at(1, [] { ::getppid(); });
}

TEST(JournalCrash, AProcessMayBeKilledAtEverySystemCall) {
  if (!can_trace()) GTEST_SKIP() << "this system does not let a process trace its child";
  const Signer signer;
  const testing::TemporaryFolder folder;
  int killed = 0;
  for (int stop = 0;; ++stop) {
    const auto file = folder.path() / std::to_string(stop) / "shifts.jsonl";
    const auto append = [&] {
      auto storage = open_journal_file(file);
      if (!storage) ::_exit(1);
      auto writer =
          JournalWriter::open(std::move(*storage), file.string(), signer.record, signer.key, read_clocks);
      if (!writer || !writer->append(JournalEvent::sign_in, Json::object())) ::_exit(2);
    };
    if (::fork() == 0) {
      append();
      append();
      ::_exit(0);
    }
    int status = 0;
    ::wait(&status);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    const bool was_killed = is_killed_at(stop, append);
    killed += was_killed ? 1 : 0;
    auto storage = open_journal_file(file);
    ASSERT_TRUE(storage);
    const auto text = (*storage)->journal();
    const auto head = (*storage)->head();
    ASSERT_TRUE(text && head);
    expect_mended({*text, *head}, signer, was_killed ? 2 : 3, "stop " + std::to_string(stop));
    std::filesystem::remove_all(file.parent_path());
    if (!was_killed) break;
  }
  EXPECT_GT(killed, 20);  // opening, locking, reading, writing, syncing, renaming: each before and after
}

#endif

}  // namespace
}  // namespace preshift
