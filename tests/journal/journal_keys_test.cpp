#include "did_key.hpp"
#include "journal_fixture.hpp"
#include "key_record_json.hpp"

namespace preshift {
namespace {

using testing::Disk;
using testing::Signer;
using testing::TestClock;

/// The key that follows this one by its word.
Signer successor_of(const Signer& old) {
  Signer next;
  next.record.rotations = old.record.rotations;
  next.record.rotations.push_back(succession_statement(
      old.key, next.record.key, std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000))));
  return next;
}

void append(Disk& disk, const Signer& signer, JournalEvent event = JournalEvent::sign_in) {
  TestClock clock;
  clock.pass(std::chrono::hours(1));
  auto writer = testing::writer_on(disk, signer, clock);
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->append(event, Json::object()));
}

TEST(JournalKeys, AJournalGoesOnUnderTheKeyThatFollows) {
  const Signer first;
  const Signer second = successor_of(first);
  const Signer third = successor_of(second);
  Disk disk = testing::written_disk(first, 2);
  append(disk, third);
  const Journal journal = testing::read(disk);
  EXPECT_EQ(testing::told(journal), "");
  ASSERT_EQ(journal.entries.size(), 4U);
  EXPECT_EQ(journal.entries[2].entry.event, JournalEvent::key_change);
  EXPECT_EQ(journal.signer, did_of(third.record.key));
  EXPECT_EQ(journal.signers.size(), 2U);
}

TEST(JournalKeys, AKeyThatDoesNotFollowIsRefused) {
  const Signer owner;
  const Signer stranger;
  Disk disk = testing::written_disk(owner, 2);
  TestClock clock;
  const auto writer = testing::writer_on(disk, stranger, clock);
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().message.text.id, "journal.other_key");
  EXPECT_FALSE(testing::writer_on(disk, successor_of(stranger), clock));
}

TEST(JournalKeys, AnEntryOfAForeignKeyIsFound) {
  const Signer owner;
  const Signer stranger;
  Disk disk = testing::written_disk(owner, 2);
  for (const JournalEvent event : {JournalEvent::sign_in, JournalEvent::key_change}) {
    const Journal before = testing::read(disk);
    JournalEntry entry = before.entries.back().entry;
    entry.sequence = 3;
    entry.previous = before.entries.back().entry.digest;
    entry.event = event;
    entry.details = {{"statements", successor_of(stranger).record.rotations}};
    Disk changed = disk;
    changed.journal += signed_line(entry, stranger.key) + "\n";
    EXPECT_EQ(testing::told(testing::read(changed)), "3/3 foreign_key") << to_string(event);
    changed.head = signed_head({3, entry.digest, "", Json()}, stranger.key);
    EXPECT_EQ(testing::told(testing::read(changed)), "3/3 foreign_key; 0/0 head_altered") << to_string(event);
  }
}

TEST(JournalKeys, PowerMayFailWhileTheKeyChanges) {
  const Signer first;
  const Signer second = successor_of(first);
  Disk before = testing::written_disk(first, 2);
  for (int operations = 0; operations < 6; ++operations) {
    Disk disk = before;
    // the power failed before, too: the head is one behind
    const Journal journal = testing::read(before);
    disk.head = signed_head({1, journal.entries[0].entry.digest, "", Json()}, first.key);
    disk.operations_left = operations;
    disk.bytes_that_arrive = 7;
    TestClock clock;
    clock.pass(std::chrono::hours(1));
    auto writer = testing::writer_on(disk, second, clock);
    ASSERT_TRUE(writer);
    static_cast<void>(writer->append(JournalEvent::sign_in, Json::object()));
    EXPECT_TRUE(testing::read(disk).is_sound()) << operations << ": " << testing::told(testing::read(disk));
    disk.operations_left = -1;
    append(disk, second);
    const Journal after = testing::read(disk);
    EXPECT_TRUE(after.is_sound()) << operations << ": " << testing::told(after);
    EXPECT_GE(after.entries.size(), 4U);
  }
}

TEST(JournalKeys, AKeyThatWasPutAwayCannotShortenTheJournal) {
  const Signer first;
  const Signer second = successor_of(first);
  Disk disk = testing::written_disk(first, 2);
  append(disk, second);
  append(disk, second);
  const Journal whole = testing::read(disk);
  ASSERT_TRUE(whole.is_sound()) << testing::told(whole);
  ASSERT_EQ(whole.entries.size(), 5U);  // two, the change of key, two
  auto lines = testing::lines_of(disk.journal);
  lines.pop_back();
  disk.journal = testing::joined(lines);
  disk.head = signed_head({4, whole.entries[3].entry.digest, "", Json()}, first.key);
  EXPECT_EQ(testing::told(testing::read(disk)), "0/0 head_altered");
}

}  // namespace
}  // namespace preshift
