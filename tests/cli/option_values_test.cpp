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

TEST(ParseSoundLevel, TakesDecibelsWithOrWithoutTheirWeighting) {
  for (const char* text : {"52.3dB", "52.3 dB", "52.3dB(A)", "52.3 dBA", "52.3"})
    EXPECT_EQ(parse_sound_level(text, "--meter").value(), 52.3) << text;
  for (const char* text : {"", "dB", "52.3A", "52.3dB(C)", "52.3V", "19dB", "161dB", "-94dB", "nan", "94+-1"})
    EXPECT_FALSE(parse_sound_level(text, "--meter")) << text;
}

TEST(ParseDistance, TakesALengthThatAMouthCanHaveFromAMicrophone) {
  EXPECT_DOUBLE_EQ(parse_distance("30cm").value(), 0.3);
  EXPECT_DOUBLE_EQ(parse_distance("0.5 m").value(), 0.5);
  EXPECT_DOUBLE_EQ(parse_distance("150mm").value(), 0.15);
  for (const char* text : {"", "30", "cm", "-30cm", "0m", "4cm", "2.1m", "1 ft", "nan m"})
    EXPECT_FALSE(parse_distance(text)) << text;
}

TEST(ParseValidity, TakesWholeDaysUpToTwoYears) {
  EXPECT_EQ(parse_validity("180d").value(), std::chrono::days(180));
  EXPECT_EQ(parse_validity("1 d").value(), std::chrono::days(1));
  EXPECT_EQ(parse_validity("730d").value(), std::chrono::days(730));
  for (const char* text : {"", "d", "180", "0d", "-1d", "0.5d", "731d", "1y", "nan d", "1e2d"})
    EXPECT_FALSE(parse_validity(text)) << text;
}

}  // namespace
}  // namespace preshift
