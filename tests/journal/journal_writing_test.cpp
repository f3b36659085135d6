#include "did_key.hpp"
#include "journal_fixture.hpp"
#include "shift_state.hpp"
#include "temporary_folder.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace preshift {
namespace {

using testing::Disk;
using testing::Signer;
using testing::TestClock;

TEST(JournalWriting, AJournalIsReadAsItWasWritten) {
  const Signer signer;
  const Disk disk = testing::written_disk(signer, 5);
  const Journal journal = testing::read(disk);
  EXPECT_TRUE(journal.is_sound());
  EXPECT_EQ(testing::told(journal), "");
  ASSERT_EQ(journal.entries.size(), 5U);
  for (int i = 0; i < 5; ++i) {
    const JournalEntry& entry = journal.entries[static_cast<std::size_t>(i)].entry;
    EXPECT_EQ(entry.sequence, i + 1);
    EXPECT_EQ(entry.details["number"], i);
    EXPECT_EQ(entry.signer, did_of(signer.record.key));
    EXPECT_EQ(entry.clock.local_offset, std::chrono::minutes(60));
    ASSERT_TRUE(entry.clock.boot);
    EXPECT_EQ(entry.clock.boot->boot, boot_name("boot-1"));
    EXPECT_EQ(entry.clock.boot->running, std::chrono::seconds(1000 + 60 * i));
  }
  ASSERT_TRUE(journal.head);
  EXPECT_EQ(journal.head->sequence, 5);
}

TEST(JournalWriting, AnEmptyJournalIsSound) {
  const Journal journal = read_journal("", std::nullopt);
  EXPECT_TRUE(journal.is_sound());
  EXPECT_TRUE(journal.findings.empty());
  EXPECT_FALSE(current_shift(journal));
}

TEST(JournalWriting, ACopyHasTheHeadAsItsLastLine) {
  const Signer signer;
  Disk disk = testing::written_disk(signer, 3);
  testing::DiskStorage storage(disk);
  const auto copy = journal_copy(storage, "shifts.jsonl");
  ASSERT_TRUE(copy);
  const Journal journal = read_journal_copy(*copy);
  EXPECT_EQ(testing::told(journal), "");
  EXPECT_EQ(journal.entries.size(), 3U);
  const auto lines = testing::lines_of(*copy);
  ASSERT_EQ(lines.size(), 4U);
  const Journal cut = read_journal_copy(testing::joined({lines[0], lines[1], lines[3]}));
  EXPECT_EQ(testing::told(cut), "0/3 tail_removed");
  const Journal headless = read_journal_copy(testing::joined({lines[0], lines[1]}));
  EXPECT_EQ(testing::told(headless), "0/0 head_missing");
}

TEST(JournalWriting, AHeadAmongTheLinesOfTheJournalItselfIsDamage) {
  const Signer signer;
  Disk disk = testing::written_disk(signer, 3);
  const std::string old_head = *disk.head;
  TestClock clock;
  clock.pass(std::chrono::hours(1));
  ASSERT_TRUE(testing::writer_on(disk, signer, clock)->append(JournalEvent::sign_out, Json::object()));
  const auto lines = testing::lines_of(disk.journal);
  disk.journal = testing::joined({lines[0], lines[1], lines[2]}) + old_head;
  EXPECT_EQ(testing::told(testing::read(disk)), "4/0 damaged_line");
}

TEST(JournalWriting, OffsetsAreWrittenAsClocksShowThem) {
  EXPECT_EQ(written_offset(std::chrono::minutes(0)), "+00:00");
  EXPECT_EQ(written_offset(std::chrono::minutes(330)), "+05:30");
  EXPECT_EQ(written_offset(std::chrono::minutes(-150)), "-02:30");
  const Signer signer;
  for (const int minutes : {0, 60, 330, -150, 840, -720}) {
    JournalEntry entry;
    entry.sequence = 1;
    entry.previous = k_no_entry;
    entry.clock.local_offset = std::chrono::minutes(minutes);
    const ReadLine read = read_line(signed_line(entry, signer.key));
    ASSERT_TRUE(read.entry) << minutes;
    EXPECT_TRUE(read.is_genuine);
    EXPECT_EQ(read.entry->clock.local_offset.count(), minutes);
    EXPECT_FALSE(read.entry->clock.boot);
  }
}

TEST(JournalWriting, OnlyTheUserCanReadTheFiles) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "state" / "shifts.jsonl";
  const Signer signer;
  TestClock clock;
  auto storage = open_journal_file(file);
  ASSERT_TRUE(storage);
  auto writer = JournalWriter::open(std::move(*storage), file.string(), signer.record, signer.key,
                                    [&] { return clock(); });
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->append(JournalEvent::sign_in, Json::object()));
  struct stat status {};
  for (const auto& each : {file, head_file(file)}) {
    ASSERT_EQ(::stat(each.c_str(), &status), 0) << each;
    EXPECT_EQ(status.st_mode & 0777U, 0600U) << each;
  }
  ASSERT_EQ(::stat(file.parent_path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

TEST(JournalWriting, ALinkInTheJournalsPlaceIsNotFollowed) {
  const testing::TemporaryFolder folder;
  std::filesystem::create_symlink(folder.path() / "elsewhere", folder.path() / "shifts.jsonl");
  EXPECT_FALSE(open_journal_file(folder.path() / "shifts.jsonl"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "elsewhere"));
}

/// In a process of its own; ends it.
[[noreturn]] void append_in_child(const std::filesystem::path& file, const Signer& signer, int times) {
  for (int i = 0; i < times; ++i) {
    auto storage = open_journal_file(file);
    if (!storage) ::_exit(1);
    auto writer =
        JournalWriter::open(std::move(*storage), file.string(), signer.record, signer.key, read_clocks);
    if (!writer || !writer->append(JournalEvent::refusal, {{"process", ::getpid()}, {"time", i}})) ::_exit(2);
  }
  ::_exit(0);
}

TEST(JournalWriting, ProcessesThatAppendAtOnceLoseNothing) {
  constexpr int k_processes = 4;
  constexpr int k_times = 8;
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "shifts.jsonl";
  const Signer signer;
  for (int i = 0; i < k_processes; ++i)
    if (::fork() == 0) append_in_child(file, signer, k_times);
  for (int i = 0; i < k_processes; ++i) {
    int status = 0;
    ASSERT_GT(::wait(&status), 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  auto storage = open_journal_file(file);
  ASSERT_TRUE(storage);
  const auto journal = read_journal_from(**storage, file.string());
  ASSERT_TRUE(journal);
  EXPECT_EQ(testing::told(*journal), "");
  EXPECT_EQ(journal->entries.size(), static_cast<std::size_t>(k_processes * k_times));
}

}  // namespace
}  // namespace preshift
