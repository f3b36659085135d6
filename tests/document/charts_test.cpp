#include "bars_chart.hpp"
#include "chart_sheet.hpp"
#include "heat_map.hpp"
#include "level_chart.hpp"
#include "share_chart.hpp"
#include "svg_reading.hpp"
#include "text_width.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using testing::in_group;
using testing::read_svg;
using testing::SvgElement;

constexpr std::chrono::sys_days k_day = std::chrono::year(2026) / 11 / 26;
constexpr std::chrono::days k_one{1};
constexpr double k_hundredth = 0.011;  // coordinates are written to a hundredth of a pixel

std::vector<SvgElement> filled(const std::vector<SvgElement>& elements, const char* group,
                               std::string_view fill) {
  std::vector<SvgElement> found;
  for (const SvgElement& each : in_group(elements, group, "rect"))
    if (each.attributes.at("fill") == fill) found.push_back(each);
  return found;
}

TEST(ShareChart, GivesEachOutcomeItsShareOfTheHeight) {
  const Chart chart = share_chart("Share", {{k_day, k_day + k_one, 6, 3, 1}}, Language::english);
  const auto elements = read_svg(chart.svg);
  const auto cleared = filled(elements, "bars", chart_style::k_cleared);
  const auto not_cleared = filled(elements, "bars", chart_style::k_not_cleared);
  const auto undecided = filled(elements, "bars", chart_style::k_undecided.ground);
  ASSERT_EQ(cleared.size(), 1U);
  ASSERT_EQ(not_cleared.size(), 1U);
  ASSERT_EQ(undecided.size(), 1U);
  EXPECT_NEAR(cleared[0].number("height") / not_cleared[0].number("height"), 2, 0.01);
  EXPECT_NEAR(cleared[0].number("height") / undecided[0].number("height"), 6, 0.01);
  EXPECT_NEAR(not_cleared[0].number("y") + not_cleared[0].number("height"), undecided[0].number("y"),
              k_hundredth);
  EXPECT_EQ(chart.words,
            "Share, 26 November 2026. Checks: 10. Cleared: 6 (60.0\u00A0%). Not cleared: "
            "3 (30.0\u00A0%). Undecided: 1 (10.0\u00A0%).");
}

TEST(ShareChart, LeavesOutADayWithoutChecksAndNamesTheLowest) {
  const Chart chart = share_chart("Part",
                                  {{k_day, k_day + k_one, 9, 1, 0},
                                   {k_day + k_one, k_day + 2 * k_one},
                                   {k_day + 2 * k_one, k_day + 3 * k_one, 1, 1, 0}},
                                  Language::french);
  EXPECT_EQ(filled(read_svg(chart.svg), "bars", chart_style::k_cleared).size(), 2U);
  EXPECT_THAT(chart.words,
              HasSubstr("La part d'autorisés a été la plus basse le 28 novembre 2026 : 50,0\u00A0% sur 2."));
}

TEST(BarsChart, DrawsLengthsInProportionAndGathersTheRest) {
  std::vector<NamedCount> counts(30, {"rare", 2});
  counts[0] = {"first", 100};
  counts[1] = {"second", 50};
  const Chart chart = bars_chart("Reasons", counts, Language::english);
  const auto bars = in_group(read_svg(chart.svg), "bars", "rect");
  ASSERT_EQ(bars.size(), 12U);
  EXPECT_NEAR(bars[0].number("width") / bars[1].number("width"), 2, 0.001);
  EXPECT_NEAR(bars[0].number("width") / bars[11].number("width"), 100.0 / 38, 0.001);
  EXPECT_THAT(chart.words, HasSubstr("19 others: 38."));
}

TEST(LevelHistogram, CountsEachLevelOnceInTheClassThatHoldsIt) {
  const std::vector<double> levels{40,
                                   40.99,
                                   41,
                                   43.5,
                                   std::numeric_limits<double>::quiet_NaN(),
                                   -std::numeric_limits<double>::infinity()};
  const LevelHistogram histogram = level_histogram(levels, 1);
  EXPECT_EQ(histogram.lowest_dba, 40);
  EXPECT_EQ(histogram.counts, (std::vector<std::size_t>{2, 1, 0, 1}));
}

TEST(LevelChart, HatchesExactlyWhatLiesWithinTheUncertaintyOfTheLimit) {
  const LevelHistogram histogram{40, 1, std::vector<std::size_t>(10, 5)};
  const auto elements = read_svg(level_chart("Noise", histogram, {{45, 50}}, 1.5, Language::english).svg);
  double safe = 0;
  double doubtful = 0;
  double over = 0;
  for (const SvgElement& bar : in_group(elements, "bars", "rect")) {
    const std::string& fill = bar.attributes.at("fill");
    if (fill == chart_style::k_cleared) safe += bar.number("width");
    if (fill == chart_style::k_not_cleared) over += bar.number("width");
    if (fill == "#e3ebf3") doubtful += bar.number("width");
  }
  EXPECT_NEAR(safe / doubtful, 3.5 / 3, 0.01);  // 40 to 43.5 and 43.5 to 46.5 dB(A)
  EXPECT_NEAR(over / doubtful, 3.5 / 3, 0.01);
  const auto limit = in_group(elements, "limit", "line");
  ASSERT_EQ(limit.size(), 1U);
  const auto bars = in_group(elements, "bars", "rect");
  EXPECT_NEAR(limit[0].number("x1") - bars.front().number("x"), (safe + doubtful + over) / 2, 0.1);
}

TEST(HeatMap, WritesEachValueInItsCell) {
  WeekOfHours week;
  week.unit = "%";
  week.values[0][0] = 3;
  week.values[6][23] = 97.4;
  const Chart chart = heat_map("Hours", week, Language::english);
  const auto cells = in_group(read_svg(chart.svg), "cells", "text");
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].text, "3");
  EXPECT_EQ(cells[1].text, "97");
  EXPECT_GT(cells[1].number("x"), cells[0].number("x"));
  EXPECT_GT(cells[1].number("y"), cells[0].number("y"));
  EXPECT_THAT(chart.words,
              HasSubstr("Highest: 97\u00A0% on Sunday at 23:00. Lowest: 3\u00A0% on Monday at 0:00."));
}

TEST(LevelChart, OfSeveralLimitsSaysEachAndBlamesNoBar) {
  const LevelHistogram histogram{40, 1, std::vector<std::size_t>(10, 5)};
  const Chart chart = level_chart("Noise", histogram, {{45, 20}, {48, 30}}, 1.5, Language::english);
  EXPECT_THAT(chart.words, HasSubstr("The limits are 45 dB(A) for 20, 48 dB(A) for 30."));
  EXPECT_THAT(chart.words, ::testing::Not(HasSubstr("either side")));
  const auto elements = read_svg(chart.svg);
  EXPECT_EQ(in_group(elements, "limit", "line").size(), 2U);
  for (const SvgElement& bar : in_group(elements, "bars", "rect"))
    EXPECT_NE(bar.attributes.at("fill"), chart_style::k_not_cleared);
}

TEST(Charts, SayThatThereIsNothingToShow) {
  for (const Chart& chart :
       {share_chart("T", {}, Language::english),
        share_chart("T", {{k_day, k_day + k_one}}, Language::english), bars_chart("T", {}, Language::english),
        level_chart("T", {}, {{45, 1}}, 1, Language::english), heat_map("T", {}, Language::english)}) {
    EXPECT_EQ(chart.words, "T. There is nothing to show.");
    EXPECT_THAT(chart.svg, HasSubstr("There is nothing to show."));
  }
}

/// Where a text stands, by the estimate that is rather too wide.
struct Extent {
  double left;
  double right;
};

Extent extent_of(const SvgElement& text) {
  const double width = text.number("font-size") * estimated_width(text.text);
  const auto found = text.attributes.find("text-anchor");
  const std::string anchor = found == text.attributes.end() ? "start" : found->second;
  const double left = text.number("x") - (anchor == "middle" ? width / 2 : anchor == "end" ? width : 0);
  return {left, left + width};
}

void expect_no_overlap(const Chart& chart, const char* group) {
  const auto texts = in_group(read_svg(chart.svg), group, "text");
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (std::abs(texts[i].number("y") - texts[j].number("y")) >= texts[i].number("font-size")) continue;
      const Extent a = extent_of(texts[i]);
      const Extent b = extent_of(texts[j]);
      EXPECT_TRUE(a.right <= b.left || b.right <= a.left) << texts[i].text << " and " << texts[j].text;
    }
}

TEST(Charts, WriteNoWordsUponOthers) {
  for (const Language language : {Language::english, Language::french}) {
    for (const int count : {1, 2, 8, 30, 61, 100, 365, 1000, 5000}) {
      std::vector<OutcomesOfPeriod> periods;
      for (int day = 0; day < count; ++day)
        periods.push_back({k_day + day * k_one, k_day + (day + 1) * k_one, 3, 1, 1});
      const Chart chart = share_chart("T", periods, language);
      expect_no_overlap(chart, "bottom-axis");
      expect_no_overlap(chart, "legend");
      for (const SvgElement& label : in_group(read_svg(chart.svg), "bottom-axis", "text"))
        EXPECT_LE(extent_of(label).right, chart.width) << label.text;
    }
    WeekOfHours week;
    week.unit = "dB(A)";
    for (auto& day : week.values) day.fill(123456);
    expect_no_overlap(heat_map("T", week, language), "cells");
    expect_no_overlap(heat_map("T", week, language), "names");
  }
}

TEST(Charts, KeepTheirWordsWithinTheirWidth) {
  const std::string endless(400, 'W');
  for (const Chart& chart : {bars_chart(endless, {{endless, 1'000'000'000}}, Language::french),
                             heat_map(endless, {}, Language::french)})
    for (const SvgElement& element : read_svg(chart.svg))
      if (element.name == "text") {
        EXPECT_GE(extent_of(element).left, 0) << element.text;
        EXPECT_LE(extent_of(element).right, chart.width) << element.text;
      }
}

}  // namespace
}  // namespace preshift
