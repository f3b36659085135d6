#include "journal_fixture.hpp"

#include <random>

namespace preshift {
namespace {

using Kind = JournalFindingKind;
using testing::Disk;
using testing::Signer;

class JournalDamage : public ::testing::Test {
 protected:
  /// What is found when the lines are these, counted from 1.
  [[nodiscard]] std::string found(const std::vector<int>& order) const {
    std::vector<std::string> lines;
    for (const int line : order) lines.push_back(m_lines[static_cast<std::size_t>(line) - 1]);
    return testing::told(read_journal(testing::joined(lines), m_disk.head));
  }

  Signer m_signer;
  Disk m_disk = testing::written_disk(m_signer, 6);
  std::vector<std::string> m_lines = testing::lines_of(m_disk.journal);
};

TEST_F(JournalDamage, AnEntryThatIsCutOutIsNamed) {
  EXPECT_EQ(found({1, 2, 4, 5, 6}), "3/4 missing");
  EXPECT_EQ(found({2, 3, 4, 5, 6}), "1/2 missing");
  EXPECT_EQ(found({1, 5, 6}), "2/5 missing");
  EXPECT_EQ(found({1, 2, 3, 4, 5}), "0/6 tail_removed");
  EXPECT_EQ(found({1, 2}), "0/6 tail_removed");
  EXPECT_EQ(found({}), "0/6 tail_removed");
}

TEST_F(JournalDamage, NothingIsWholeWithoutAHead) {
  m_disk.head.reset();
  EXPECT_EQ(found({1}), "0/0 head_missing");
  EXPECT_FALSE(read_journal("garbage", std::nullopt).is_sound());
  EXPECT_FALSE(read_journal("garbage\nof several\nlines", std::nullopt).is_sound());
  for (std::string& line : m_lines) line[10] = '~';
  EXPECT_FALSE(read_journal(testing::joined(m_lines), std::nullopt).is_sound());
}

TEST_F(JournalDamage, AnEntryInAnotherPlaceIsNamed) {
  EXPECT_EQ(found({1, 3, 2, 4, 5, 6}), "2/3 missing; 3/2 out_of_order");
  EXPECT_EQ(found({1, 2, 3, 4, 6, 5}), "5/6 missing; 6/5 out_of_order");
}

TEST_F(JournalDamage, AnEntryThatIsThereTwiceIsNamed) {
  EXPECT_EQ(found({1, 2, 2, 3, 4, 5, 6}), "3/2 duplicated");
  EXPECT_EQ(found({1, 2, 3, 4, 5, 6, 1}), "7/1 duplicated");
  EXPECT_EQ(found({1, 2, 3, 4, 5, 6, 6}), "7/6 duplicated");
}

TEST_F(JournalDamage, AnEntryOfAnotherHistoryOfTheSameKeyIsNamed) {
  Disk other = testing::written_disk(m_signer, 3);
  testing::TestClock clock;
  clock.pass(std::chrono::hours(1));
  auto writer = testing::writer_on(other, m_signer, clock);
  ASSERT_TRUE(writer && writer->append(JournalEvent::sign_out, {{"another", "history"}}));
  m_lines[3] = testing::lines_of(other.journal)[3];
  EXPECT_EQ(testing::told(read_journal(testing::joined(m_lines), m_disk.head)), "5/5 not_following");
}

TEST_F(JournalDamage, AnAlteredEntryIsNamed) {
  const std::size_t place = m_lines[2].find("sign_in");
  m_lines[2].replace(place, 7, "refusal");
  EXPECT_EQ(testing::told(read_journal(testing::joined(m_lines), m_disk.head)), "3/3 altered");
}

TEST_F(JournalDamage, AnotherSpellingOfAnEntryIsAltered) {
  m_lines[2].insert(1, " ");
  EXPECT_EQ(testing::told(read_journal(testing::joined(m_lines), m_disk.head)), "3/3 altered");
}

TEST_F(JournalDamage, ALineOfSomebodyElseIsNamed) {
  m_lines.insert(m_lines.begin() + 2, "{\"hello\":1}");
  EXPECT_EQ(testing::told(read_journal(testing::joined(m_lines), m_disk.head)), "3/0 damaged_line");
}

TEST_F(JournalDamage, AHeadThatWasChangedIsNamed) {
  const std::string head = *m_disk.head;
  m_disk.head = "";
  EXPECT_EQ(testing::told(testing::read(m_disk)), "0/0 head_altered");
  m_disk.head = head;
  m_disk.head->replace(m_disk.head->find("\"sequence\":6"), 12, "\"sequence\":5");
  EXPECT_EQ(testing::told(testing::read(m_disk)), "0/0 head_altered");
  m_disk.head.reset();
  EXPECT_EQ(testing::told(testing::read(m_disk)), "0/0 head_missing");
  m_disk.head = testing::written_disk(m_signer, 3).head;  // an old one, of an old state or another history
  EXPECT_EQ(testing::told(testing::read(m_disk)), "0/3 head_behind");
}

TEST_F(JournalDamage, ADamagedJournalIsNotAddedTo) {
  m_disk.journal = testing::joined({m_lines[0], m_lines[2]});
  const std::string before = m_disk.journal;
  testing::TestClock clock;
  const auto writer = testing::writer_on(m_disk, m_signer, clock);
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().message.text.id, "journal.not_sound");
  EXPECT_EQ(m_disk.journal, before);
}

/// Every line whose bytes are as they were is still read.
void expect_all_untouched_lines(const Journal& journal, std::size_t untouched, const std::string& what) {
  EXPECT_GE(journal.entries.size(), untouched) << what;
}

TEST_F(JournalDamage, EveryChangeOfOneByteIsFound) {
  const Disk small = testing::written_disk(m_signer, 3);
  const std::vector<std::size_t> ends = [&] {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < small.journal.size(); ++i)
      if (small.journal[i] == '\n') found.push_back(i);
    return found;
  }();
  for (std::size_t i = 0; i < small.journal.size(); ++i) {
    const std::size_t line =
        1 + static_cast<std::size_t>(std::lower_bound(ends.begin(), ends.end(), i) - ends.begin());
    for (const int change : {0x01, 0x20, 0x80, small.journal[i] ^ '\n'}) {
      if (change == 0) continue;
      Disk changed = small;
      changed.journal[i] = static_cast<char>(changed.journal[i] ^ change);
      const Journal journal = testing::read(changed);
      const std::string what = std::to_string(i) + ": " + testing::told(journal);
      if (i == ends.back() && !journal.is_sound()) continue;
      ASSERT_FALSE(journal.is_sound()) << what;
      expect_all_untouched_lines(journal, i == ends[line - 1] ? 1 : 2, what);
      const bool named =
          std::any_of(journal.findings.begin(), journal.findings.end(),
                      [&](const auto& finding) { return finding.line == line || finding.line == line + 1; });
      ASSERT_TRUE(named) << what;
    }
  }
}

TEST_F(JournalDamage, EveryChangeOfOneByteOfTheHeadIsFound) {
  for (std::size_t i = 0; i + 1 < m_disk.head->size(); ++i) {
    Disk changed = m_disk;
    (*changed.head)[i] ^= 1;
    ASSERT_FALSE(testing::read(changed).is_sound()) << i;
  }
}

TEST_F(JournalDamage, ACutAtAnyByteIsFoundAndLosesNoWholeEntry) {
  for (std::size_t size = 0; size < m_disk.journal.size(); ++size) {
    Disk cut = m_disk;
    cut.journal.resize(size);
    const Journal journal = testing::read(cut);
    const auto whole = static_cast<std::size_t>(std::count(cut.journal.begin(), cut.journal.end(), '\n'));
    ASSERT_GE(journal.entries.size(), whole) << size;
    if (size == m_disk.journal.size() - 1) {
      EXPECT_TRUE(journal.is_sound() &&
                  journal.lacks_line_end);  // all that is missing is the end of the line
    } else {
      ASSERT_FALSE(journal.is_sound()) << size;
    }
  }
}

TEST_F(JournalDamage, RandomShufflesRemovalsAndRepetitionsAreFound) {
  std::mt19937 random(6);
  int changed = 0;
  for (int round = 0; round < 2000; ++round) {
    std::vector<int> order{1, 2, 3, 4, 5, 6};
    const std::vector<int> before = order;
    for (int step = 0; step < 1 + static_cast<int>(random() % 3); ++step) {
      const std::size_t at = random() % order.size();
      switch (random() % 3) {
        case 0:
          std::swap(order[at], order[random() % order.size()]);
          break;
        case 1:
          if (order.size() > 1) order.erase(order.begin() + static_cast<std::ptrdiff_t>(at));
          break;
        default:
          order.insert(order.begin() + static_cast<std::ptrdiff_t>(random() % (order.size() + 1)), order[at]);
      }
    }
    if (order == before) continue;
    ++changed;
    std::vector<std::string> lines;
    for (const int line : order) lines.push_back(m_lines[static_cast<std::size_t>(line) - 1]);
    const Journal journal = read_journal(testing::joined(lines), m_disk.head);
    ASSERT_FALSE(journal.is_sound()) << testing::joined(lines);
    ASSERT_EQ(journal.entries.size(), std::set<int>(order.begin(), order.end()).size());
  }
  EXPECT_GT(changed, 1000);
}

}  // namespace
}  // namespace preshift
