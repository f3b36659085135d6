#include "date_time_stamp.hpp"

#include "utc_time.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(DateTimeStamp, ReadsUtcFractionsAndOffsets) {
  const auto time = from_utc_text("2026-03-01T08:30:00Z");
  for (const char* text : {"2026-03-01T08:30:00Z", "2026-03-01T08:30:00.5Z", "2026-03-01T08:30:00.123456Z",
                           "2026-03-01T09:30:00+01:00", "2026-03-01T03:00:00.000-05:30"})
    EXPECT_EQ(from_date_time_stamp(text), time) << text;
}

TEST(DateTimeStamp, RefusesEverythingElse) {
  for (const char* text :
       {"", "2026-03-01", "2026-03-01T08:30:00", "2026-03-01T08:30:00.Z", "2026-03-01T08:30:00z",
        "2026-03-01T08:30:00+1:00", "2026-03-01T08:30:00+01:60", "2026-03-01T08:30:00+15:00",
        "2026-02-30T08:30:00Z", "2026-03-01T24:30:00Z", "2026-03-01T08:30:00+01:00 "})
    EXPECT_FALSE(from_date_time_stamp(text)) << text;
}

}  // namespace
}  // namespace preshift
