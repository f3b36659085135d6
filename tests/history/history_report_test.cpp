#include "history_examples.hpp"
#include "history_plot.hpp"
#include "history_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using testing::cleared_record;
using ::testing::HasSubstr;
using testing::noisy_record;
using ::testing::Not;
using testing::unknown_record;

History some_weeks() {
  return {{cleared_record(0, 36, 30), noisy_record(2, 52), unknown_record(3), cleared_record(7, 40, 26)}, 2};
}

TEST(HistorySummaries, CountByWeekAndRequirement) {
  const HistorySummary summary = summary_of(some_weeks().records);
  EXPECT_EQ(summary.cleared, 2U);
  EXPECT_EQ(summary.not_cleared, 1U);
  EXPECT_EQ(summary.undecided, 1U);
  ASSERT_EQ(summary.weeks.size(), 2U);
  EXPECT_EQ(summary.weeks[0].monday, std::chrono::sys_days(std::chrono::year(2026) / 1 / 5));
  EXPECT_EQ(summary.weeks[0].checks, 3U);
  EXPECT_EQ(summary.weeks[0].cleared, 1U);
  EXPECT_EQ(summary.weeks[0].mean_level_dba, 44.0);
  EXPECT_EQ(summary.weeks[1].mean_voice_to_background_db, 26.0);
  ASSERT_EQ(summary.requirements.size(), 2U);
  using enum RequirementMark;
  EXPECT_EQ(summary.requirements[0].marks, (std::vector{met, not_met, unknown, met}));
  EXPECT_EQ(summary.requirements[0].met, 2U);
  EXPECT_EQ(summary.requirements[0].judged, 4U);
  ASSERT_EQ(summary.to_mend.size(), 1U);
  EXPECT_EQ(summary.to_mend[0], (std::pair<std::string, std::size_t>{"quiet.background-noise", 1}));
}

TEST(HistorySummaries, ACheckLateOnSundayBelongsToTheWeekByTheLocalClock) {
  HistoryRecord record = cleared_record(0, 36, 30);
  record.at = std::chrono::sys_days(std::chrono::year(2026) / 1 / 4) + std::chrono::minutes(23 * 60 + 30);
  EXPECT_EQ(summary_of({record}).weeks.front().monday,
            std::chrono::sys_days(std::chrono::year(2026) / 1 / 5));
  record.local_offset = std::chrono::minutes(0);
  EXPECT_EQ(summary_of({record}).weeks.front().monday,
            std::chrono::sys_days(std::chrono::year(2025) / 12 / 29));
}

TEST(HistoryReports, LittleBarsGoFromTheLowestToTheHighest) {
  EXPECT_EQ(little_bars({30.0, 37.0, std::nullopt, 33.5}, 80), "▁█·▅");
  EXPECT_EQ(little_bars({30.0, 37.0, std::nullopt, 33.5}, 2), "·▅");
  EXPECT_EQ(little_bars({40.0, 40.0}, 80), "▁▁");
  EXPECT_EQ(little_bars({std::nullopt}, 80), "");
}

TEST(HistoryReports, SayItInBothLanguages) {
  const std::string english = history_report(some_weeks(), {});
  EXPECT_THAT(english,
              HasSubstr("Checks from 2026-01-05 to 2026-01-12: 4; cleared 2, not cleared 1, undecided 1."));
  EXPECT_THAT(english, HasSubstr("▁█·▃"));
  EXPECT_THAT(english, HasSubstr("from 36.0 to 52.0, last 40.0"));
  EXPECT_THAT(english, HasSubstr("✔✘?✔  met in 2 of 4"));
  EXPECT_THAT(english, HasSubstr("The room is quiet (quiet.background-noise): once"));
  EXPECT_THAT(english, HasSubstr("Damaged lines of the history, left out: 2."));
  EXPECT_THAT(english, Not(HasSubstr("recordings")));
  const std::string french = history_report(some_weeks(), {Language::french});
  EXPECT_THAT(french, HasSubstr("de 36,0 à 52,0, dernier 40,0"));
  EXPECT_THAT(french, HasSubstr("satisfaite 2 fois sur 4"));
  EXPECT_THAT(french, HasSubstr("La pièce est calme (quiet.background-noise) : une fois"));
  EXPECT_THAT(history_report({}, {}), HasSubstr("No check has been kept yet."));
  EXPECT_THAT(history_report({{unknown_record(0)}, 0}, {}), HasSubstr("never known"));
}

TEST(HistoryReports, NameAnEmployersOwnRuleByItsId) {
  HistoryRecord record = noisy_record(0, 52);
  record.to_mend = {"conduct.own-rule"};
  EXPECT_THAT(history_report({{record}, 0}, {}), HasSubstr("  conduct.own-rule: once"));
}

TEST(HistoryReports, AreJsonToo) {
  const Json json = Json::parse(history_json(some_weeks()));
  EXPECT_EQ(json["outcomes"]["cleared"], 2);
  EXPECT_EQ(json["skipped_lines"], 2);
  ASSERT_EQ(json["checks"].size(), 4U);
  EXPECT_EQ(json["checks"][1]["level_dba"], 52);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

TEST(HistoryPlots, DrawWhatIsKnownAndHatchWhatIsNot) {
  const std::string svg = history_svg(some_weeks().records, Language::english);
  EXPECT_THAT(svg, HasSubstr("Background noise, dB(A)"));
  EXPECT_THAT(svg, HasSubstr("2026-01-12"));
  EXPECT_THAT(svg, HasSubstr("Checks from 2026-01-05 to 2026-01-12: 4"));
  EXPECT_EQ(count(svg, "<polyline"), 2U);  // each level breaks at the unknown check, and one point is no line
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(history_svg(some_weeks().records, Language::french), HasSubstr("Bruit de fond, dB(A)"));
}

TEST(HistoryPlots, AnEmptyHistoryAndALongOneAreDrawn) {
  EXPECT_THAT(history_svg({}, Language::english), HasSubstr("No check has been kept yet."));
  std::vector<HistoryRecord> many;
  for (int i = 0; i < 900; ++i) many.push_back(cleared_record(i, 30 + i % 20, 27));
  const std::string svg = history_svg(many, Language::english);
  EXPECT_THAT(svg, HasSubstr(": " + std::to_string(k_most_plotted_checks) + "; cleared"));
  EXPECT_LT(svg.size(), 300'000U);
}

}  // namespace
}  // namespace preshift
