#include "history_store.hpp"

#include "history_examples.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

namespace preshift {
namespace {

using testing::cleared_record;
using testing::noisy_record;
using testing::unknown_record;

class HistoryStore : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "state" / "history.jsonl"; }
  [[nodiscard]] History read() const {
    const auto history = read_history(file());
    EXPECT_TRUE(history);
    return history ? *history : History{};
  }
  void add(const HistoryRecord& record) const { EXPECT_TRUE(add_to_history(file(), record)); }
  void write_raw(const std::string& text) const { std::ofstream(file(), std::ios::app) << text; }

  testing::TemporaryFolder m_folder;
};

TEST_F(HistoryStore, ARecordIsReadAsItWasAdded) {
  EXPECT_TRUE(read().records.empty());
  add(cleared_record(0, 38.5, 27.25));
  add(noisy_record(1, 52));
  add(unknown_record(2));
  const History history = read();
  ASSERT_EQ(history.records.size(), 3U);
  EXPECT_EQ(history.records[0].at, testing::k_monday);
  EXPECT_EQ(history.records[0].local_offset, std::chrono::minutes(60));
  EXPECT_EQ(history.records[0].level_dba, 38.5);
  EXPECT_EQ(history.records[0].voice_to_background_db, 27.25);
  EXPECT_TRUE(history.records[0].is_live);
  EXPECT_EQ(history.records[1].outcome, "not_cleared");
  EXPECT_EQ(history.records[1].to_mend, std::vector<std::string>{"quiet.background-noise"});
  ASSERT_EQ(history.records[1].requirements.size(), 2U);
  EXPECT_EQ(history.records[1].requirements[0].result, "fail");
  EXPECT_FALSE(history.records[2].level_dba);
  struct stat status {};
  ASSERT_EQ(::stat(file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(HistoryStore, DamagedLinesAreSkippedAndCounted) {
  add(cleared_record(0, 38, 27));
  write_raw("{\"format\":\"preshift-history/1\"}\nnonsense\n\n");
  add(cleared_record(1, 39, 27));
  write_raw("{\"cut sh");
  add(cleared_record(2, 40, 27));
  const History history = read();
  EXPECT_EQ(history.records.size(), 3U);
  EXPECT_EQ(history.unreadable_lines, 3U);
}

TEST_F(HistoryStore, AnyLineWithAChangedMemberIsSkippedOrReadAgainTheSame) {
  const std::string line = written(noisy_record(0, 52));
  ASSERT_TRUE(read_history_record(line));
  for (const char* wrong : {"\"live\":1", "\"live\":null"}) {
    std::string changed = line;
    changed.replace(changed.find("\"live\":true"), 11, wrong);
    EXPECT_FALSE(read_history_record(changed)) << wrong;
  }
  for (const auto& [member, value] : {std::pair{"\"level_dba\":52", "\"level_dba\":1e9"},
                                      std::pair{"\"utc_offset_minutes\":60", "\"utc_offset_minutes\":99999"},
                                      std::pair{"\"outcome\":\"not_cleared\"", "\"outcome\":\"maybe\""}}) {
    std::string changed = line;
    ASSERT_NE(changed.find(member), std::string::npos) << line;
    changed.replace(changed.find(member), std::string(member).size(), value);
    EXPECT_FALSE(read_history_record(changed)) << value;
  }
}

TEST_F(HistoryStore, TheOldestGoWhenThereAreTooMany) {
  std::string many;
  for (int i = 0; i < static_cast<int>(k_most_history + k_most_history / 4); ++i)
    many += written(cleared_record(i, 30, 27)) + "\n";
  add(unknown_record(0));
  write_raw(many);
  add(noisy_record(7, 51));
  const History history = read();
  ASSERT_EQ(history.records.size(), k_most_history);
  EXPECT_EQ(history.records.back().outcome, "not_cleared");
  EXPECT_EQ(history.records.front().outcome, "cleared");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(file().parent_path()), {}), 1);
}

TEST_F(HistoryStore, IsClearedAndTurnedOffAndOn) {
  add(cleared_record(0, 38, 27));
  EXPECT_TRUE(is_history_kept(file()));
  ASSERT_TRUE(keep_history(file(), false));
  EXPECT_FALSE(is_history_kept(file()));
  EXPECT_EQ(read().records.size(), 1U);
  ASSERT_TRUE(clear_history(file()));
  EXPECT_TRUE(read().records.empty());
  EXPECT_FALSE(is_history_kept(file()));
  ASSERT_TRUE(keep_history(file(), true));
  EXPECT_TRUE(is_history_kept(file()));
  EXPECT_TRUE(clear_history(file()));
}

TEST(HistoryRecords, HoldWhatACheckCameTo) {
  CheckReport report;
  report.sources = {{}};
  report.sources.front().live = true;
  report.measurements = {quantity("sound.laeq", "dB(A)", 41.26, 1),
                         quantity("voice.to_background", "dB", 22.04, 1)};
  report.evaluation.profile = "standard";
  report.evaluation.outcome = Outcome::not_cleared;
  report.evaluation.requirements = {{"quiet", RuleResult::fail}};
  RuleEvaluation failed;
  failed.rule.id = "quiet.background-noise";
  failed.result = RuleResult::fail;
  RuleEvaluation hint = failed;
  hint.rule.id = "quiet.hint";
  hint.rule.severity = Severity::informational;
  report.evaluation.rules = {failed, hint};
  HistoryRecord record =
      history_record(report, {testing::k_monday, std::chrono::minutes(-300), std::nullopt});
  EXPECT_EQ(record.outcome, "not_cleared");
  EXPECT_EQ(record.level_dba, 41.3);
  EXPECT_EQ(record.voice_to_background_db, 22.0);
  EXPECT_EQ(record.to_mend, std::vector<std::string>{"quiet.background-noise"});
  EXPECT_TRUE(record.is_live);
  EXPECT_EQ(record.local_offset, std::chrono::minutes(-300));
  report.measurements[0].unit = "dBFS";      // not calibrated
  report.measurements[1].doubt = Message{};  // processed on its way
  report.sources.push_back({});              // and a recording beside
  report.sources.back().live = false;
  record = history_record(report, {});
  EXPECT_FALSE(record.level_dba);
  EXPECT_FALSE(record.voice_to_background_db);
  EXPECT_FALSE(record.is_live);
  report.measurements = {quantity("sound.laeq", "dB(A)", 30, 1)};
  std::get<Quantity>(report.measurements[0].outcome).is_upper_bound = true;
  EXPECT_FALSE(history_record(report, {}).level_dba);
}

}  // namespace
}  // namespace preshift
