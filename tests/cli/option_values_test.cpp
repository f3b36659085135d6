#include "option_values.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using std::chrono::milliseconds;

TEST(ParseDuration, UnderstandsTheUsualWaysToWriteIt) {
  EXPECT_EQ(parse_duration("20s").value(), milliseconds(20000));
  EXPECT_EQ(parse_duration("20").value(), milliseconds(20000));
  EXPECT_EQ(parse_duration("1.5 min").value(), milliseconds(90000));
  EXPECT_EQ(parse_duration("1m").value(), milliseconds(60000));
  EXPECT_EQ(parse_duration("1500ms").value(), milliseconds(1500));
  EXPECT_EQ(parse_duration("10min").value(), milliseconds(600000));
}

TEST(ParseDuration, RefusesEverythingElse) {
  for (const char* text :
       {"", "s", "-5s", "0s", "999ms", "601s", "11min", "20 hours", "nan", "inf", "1e3", "20s20", "2,5s"})
    EXPECT_FALSE(parse_duration(text)) << text;
}

TEST(ParseFullScale, TakesALevelWithOrWithoutItsUncertainty) {
  EXPECT_EQ(parse_full_scale("120dB").value().level_db, 120);
  EXPECT_EQ(parse_full_scale("120dB").value().standard_uncertainty_db, 2.5);
  EXPECT_EQ(parse_full_scale("128.1 dB").value().level_db, 128.1);
  EXPECT_EQ(parse_full_scale("94").value().level_db, 94);
  EXPECT_EQ(parse_full_scale("120dB+-0.5dB").value().standard_uncertainty_db, 0.5);
  EXPECT_EQ(parse_full_scale("120 dB ± 1 dB").value().standard_uncertainty_db, 1);
}

TEST(ParseFullScale, RefusesEverythingElse) {
  for (const char* text :
       {"", "dB", "loud", "120dBA", "120dB+-", "120dB+--1", "120dB±-1dB", "1e9", "nan", "120dB+-inf"})
    EXPECT_FALSE(parse_full_scale(text)) << text;
}

}  // namespace
}  // namespace preshift
