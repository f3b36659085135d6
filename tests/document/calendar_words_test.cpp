#include "calendar_words.hpp"

#include "date_axis.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

constexpr sys_days k_thursday = year(2026) / 11 / 26;

TEST(CalendarWords, WriteADayAsEachLanguageDoes) {
  EXPECT_EQ(written_day(k_thursday, Language::english), "26 November 2026");
  EXPECT_EQ(written_day(k_thursday, Language::french), "26 novembre 2026");
  EXPECT_EQ(written_day(year(2026) / 8 / 1, Language::english), "1 August 2026");
  EXPECT_EQ(written_day(year(2026) / 8 / 1, Language::french), "1er août 2026");
  EXPECT_EQ(short_day(k_thursday, Language::french), "26 nov.");
  EXPECT_EQ(short_month(k_thursday, Language::english), "Nov 2026");
}

TEST(CalendarWords, BeginTheWeekOnMonday) {
  EXPECT_EQ(weekday_name(1, Language::english), "Monday");
  EXPECT_EQ(weekday_name(7, Language::french), "dimanche");
  EXPECT_EQ(short_weekday(4, Language::french), "jeu.");
}

std::vector<std::string> labels(sys_days begin, sys_days end, int most) {
  std::vector<std::string> words;
  for (const Tick& tick : date_ticks(begin, end, most, Language::english)) words.push_back(tick.label);
  return words;
}

TEST(DateTicks, MarkEveryDayOfAShortTime) {
  EXPECT_EQ(labels(k_thursday, k_thursday + std::chrono::days(3), 8),
            (std::vector<std::string>{"26 Nov", "27 Nov", "28 Nov"}));
  EXPECT_EQ(labels(k_thursday, k_thursday + std::chrono::days(1), 8), std::vector<std::string>{"26 Nov"});
}

TEST(DateTicks, MarkMondaysOfWeeks) {
  EXPECT_EQ(labels(k_thursday, k_thursday + std::chrono::days(28), 8),
            (std::vector<std::string>{"30 Nov", "7 Dec", "14 Dec", "21 Dec"}));
}

TEST(DateTicks, MarkMonthsAndYearsWhereTheyBegin) {
  EXPECT_EQ(labels(k_thursday, year(2027) / 3 / 20, 6),
            (std::vector<std::string>{"Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"}));
  const auto years = date_ticks(year(1990) / 5 / 1, year(2026) / 5 / 1, 8, Language::english);
  ASSERT_EQ(years.size(), 7U);
  EXPECT_EQ(years.front().label, "1995");
  EXPECT_EQ(years.front().value, days_since_epoch(year(1995) / 1 / 1));
  EXPECT_EQ(years.back().label, "2025");
}

TEST(DateTicks, AreNeverMoreThanThereIsRoomFor) {
  for (int span = 1; span < 9000; span += 13)
    EXPECT_LE(date_ticks(k_thursday, k_thursday + std::chrono::days(span), 8, Language::french).size(), 9U)
        << span;
}

}  // namespace
}  // namespace preshift
