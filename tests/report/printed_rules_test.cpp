#include "printed_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using ::testing::ElementsAre;

struct Line {
  std::string title;
  std::string measured;
  std::string asked;

  bool operator==(const Line&) const = default;
};

std::vector<Line> lines_of(const char* judged, Language language = Language::english) {
  std::vector<Line> lines;
  for (const PrintedMeasure& measure : printed_measures(Json::parse(judged), language))
    lines.push_back({measure.title, measure.measured, measure.asked});
  return lines;
}

TEST(PrintedMeasures, WriteAValueItsUncertaintyAndItsLimit) {
  constexpr const char* k_noise =
      R"json({"measure": "sound.laeq", "value": 38.24, "unit": "dB(A)", "uncertainty": 5.1,
          "limit": {"atMost": 45, "unit": "dB(A)"}, "result": "pass"})json";
  EXPECT_THAT(lines_of(k_noise), ElementsAre(Line{"background noise, average level (LAeq)",
                                                  "38.2 ± 5.1 dB(A)", "at most 45 dB(A)"}));
  EXPECT_THAT(lines_of(k_noise, Language::french), ElementsAre(Line{"bruit de fond, niveau moyen (LAeq)",
                                                                    "38,2 ± 5,1 dB(A)", "au plus 45 dB(A)"}));
}

TEST(PrintedMeasures, ShowEachPartOfACombination) {
  EXPECT_THAT(lines_of(R"({"combination": "any", "conditions": [
                    {"measure": "a.b", "value": 1, "unit": "1", "uncertainty": 0, "limit": {"atLeast": 2, "unit": "1"}},
                    {"combination": "none", "conditions": [
                      {"measure": "c.d", "value": "open", "limit": {"oneOf": ["open", "closed"]}},
                      {"measure": "e.f", "absent": "declined",
                       "limit": {"atLeast": 1, "atMost": 3, "unit": "s"}}]}]})"),
              ElementsAre(Line{"a.b", "1", "at least 2"}, Line{"c.d", "open", "open or closed"},
                          Line{"e.f", "declined", "between 1 and 3 s"}));
}

TEST(PrintedMeasures, TakeNothingOnTrust) {
  EXPECT_TRUE(lines_of("null").empty());
  EXPECT_TRUE(lines_of("[]").empty());
  EXPECT_TRUE(lines_of(R"({"conditions": [1, "a", {}]})").empty());
  EXPECT_THAT(lines_of(R"({"measure": "a", "value": [1], "limit": 3})"),
              ElementsAre(Line{"a", "not known", ""}));
  EXPECT_THAT(
      lines_of(R"({"measure": "a", "value": 1, "unit": 5, "uncertainty": "x", "limit": {"oneOf": [1]}})"),
      ElementsAre(Line{"a", "1", ""}));
}

PrintedRule rule(const char* requirement, RuleResult result, bool is_waived = false) {
  return {requirement, "title", Severity::required, result, is_waived, {{"m", "1", "at most 2"}}, {}};
}

const Table& last_table(const std::vector<Block>& blocks) {
  return std::get<Table>(blocks.back());
}

TEST(PrintedRules, KeepARequirementsRulesTogetherAndNameItOnce) {
  const auto blocks = printed_rules(
      {rule("quiet", RuleResult::pass), rule("closed", RuleResult::fail), rule("quiet", RuleResult::unknown)},
      Language::english);
  ASSERT_EQ(blocks.size(), 1U);
  std::vector<std::string> first_cells;
  for (const auto& row : last_table(blocks).rows)
    first_cells.push_back(std::get<std::string>(row.front().content));
  EXPECT_THAT(first_cells, ElementsAre("Quiet", "", "Closed"));
}

TEST(PrintedRules, ShowAResultAsWhatItMeans) {
  const auto tone_of = [](const PrintedRule& each) {
    return last_table(printed_rules({each}, Language::english)).rows.front().at(2).tone;
  };
  EXPECT_EQ(tone_of(rule("q", RuleResult::fixed)), Tone::good);
  EXPECT_EQ(tone_of(rule("q", RuleResult::fail)), Tone::bad);
  EXPECT_EQ(tone_of(rule("q", RuleResult::error)), Tone::open);
  EXPECT_EQ(tone_of(rule("q", RuleResult::notchecked)), Tone::open);
  EXPECT_EQ(tone_of(rule("q", RuleResult::notapplicable)), Tone::neutral);
  EXPECT_EQ(tone_of(rule("q", RuleResult::fail, true)), Tone::neutral);
}

TEST(PrintedRules, SayWhatToDoFirst) {
  PrintedRule failed = rule("quiet", RuleResult::fail);
  failed.remedies = {"Close the window.", "Move."};
  const auto blocks = printed_rules({failed}, Language::french);
  ASSERT_EQ(blocks.size(), 2U);
  const auto& to_do = std::get<Table>(blocks.front());
  EXPECT_EQ(to_do.title, "Que faire");
  ASSERT_EQ(to_do.rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(to_do.rows[1].at(1).content), "Move.");
}

}  // namespace
}  // namespace preshift
