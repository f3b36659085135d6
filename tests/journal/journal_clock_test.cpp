#include "journal_fixture.hpp"

namespace preshift {
namespace {

using namespace std::chrono_literals;
using testing::Disk;
using testing::Signer;
using testing::TestClock;

/// What is found in a journal of two entries, when this happened to the clock between them.
template <class Change>
std::string found_after(Change change) {
  const Signer signer;
  Disk disk;
  TestClock clock;
  auto writer = testing::writer_on(disk, signer, clock);
  EXPECT_TRUE(writer && writer->append(JournalEvent::sign_in, Json::object()));
  change(clock);
  EXPECT_TRUE(writer->append(JournalEvent::sign_out, Json::object()));
  const Journal journal = testing::read(disk);
  EXPECT_TRUE(journal.is_sound());
  return testing::told(journal);
}

TEST(JournalClock, HoursOfWorkAndOfSleepAreNoChange) {
  EXPECT_EQ(found_after([](TestClock& clock) { clock.pass(9h); }), "");
}

TEST(JournalClock, AClockThatDriftsALittleIsNotChanged) {
  EXPECT_EQ(found_after([](TestClock& clock) {
              clock.pass(9h);
              clock.now.utc -= 20s;
            }),
            "");
}

TEST(JournalClock, AClockSetBackBeforeTheLastEntryIsNoticed) {
  EXPECT_EQ(found_after([](TestClock& clock) { clock.now.utc -= 1h; }), "2/2 clock_back");
}

TEST(JournalClock, AClockSetBackAfterTheShiftHasRunIsNoticedByTheComputersOwn) {
  EXPECT_EQ(found_after([](TestClock& clock) {
              clock.pass(8h);
              clock.now.utc -= 2h;
            }),
            "2/2 clock_changed");
}

TEST(JournalClock, AClockPutForwardIsNoticedByTheComputersOwn) {
  EXPECT_EQ(found_after([](TestClock& clock) {
              clock.pass(1h);
              clock.now.utc += 7h;
            }),
            "2/2 clock_changed");
}

TEST(JournalClock, AcrossAStartOfTheComputerOnlyAnEarlierTimeIsNoticed) {
  const auto restart = [](TestClock& clock) { clock.now.boot = BootClock{"boot-2", 20s}; };
  EXPECT_EQ(found_after([&](TestClock& clock) {
              restart(clock);
              clock.now.utc += 7h;
            }),
            "");
  EXPECT_EQ(found_after([&](TestClock& clock) {
              restart(clock);
              clock.now.utc -= 7h;
            }),
            "2/2 clock_back");
}

TEST(JournalClock, WithoutTheComputersOwnClockOnlyAnEarlierTimeIsNoticed) {
  EXPECT_EQ(found_after([](TestClock& clock) {
              clock.now.boot.reset();
              clock.now.utc += 7h;
            }),
            "");
}

TEST(JournalClock, TheSystemsClocksGoOn) {
  const ClockReading first = read_clocks();
  const ClockReading second = read_clocks();
  EXPECT_LE(first.utc, second.utc);
  EXPECT_LE(std::chrono::abs(first.local_offset), std::chrono::minutes(14h));
  if (!first.boot) GTEST_SKIP() << "this system does not name its starts";
  EXPECT_EQ(first.boot->boot, second.boot->boot);
  EXPECT_LE(first.boot->running, second.boot->running);
}

}  // namespace
}  // namespace preshift
