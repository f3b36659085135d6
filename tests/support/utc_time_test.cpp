#include "utc_time.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

TEST(UtcTime, IsWrittenAsIso8601SaysAndReadBack) {
  const sys_seconds time = sys_days{2028y / 2 / 29} + 7h + 5min + 9s;
  EXPECT_EQ(to_utc_text(time), "2028-02-29T07:05:09Z");
  EXPECT_EQ(to_utc_day(time), "2028-02-29");
  EXPECT_EQ(from_utc_text("2028-02-29T07:05:09Z"), time);
}

TEST(UtcTime, CountsFromTheEpoch) {
  EXPECT_EQ(from_utc_text("1970-01-01T00:00:00Z"), sys_seconds{});
  EXPECT_EQ(from_utc_text("2001-09-09T01:46:40Z"), sys_seconds{1'000'000'000s});
}

TEST(UtcTime, EverySecondAroundMidnightsSurvives) {
  for (const auto day : {sys_days{1999y / 12 / 31}, sys_days{2000y / 2 / 28}, sys_days{2100y / 2 / 28}})
    for (auto second = -2s; second <= 2s; ++second)
      EXPECT_EQ(from_utc_text(to_utc_text(day + 24h + second)), day + 24h + second);
}

TEST(UtcTime, AnythingElseIsRefused) {
  for (const char* wrong :
       {"", "2026-02-30T00:00:00Z", "2027-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "1969-12-31T23:59:59Z",
        "2026-01-01 00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00+00:00", "2026-1-1T00:00:00Z",
        "2026-01-01T00:00:00Z ", "+026-01-01T00:00:00Z"})
    EXPECT_FALSE(from_utc_text(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace preshift
