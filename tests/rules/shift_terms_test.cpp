#include "canonical_profile.hpp"
#include "profile_examples.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using namespace std::chrono_literals;

std::string with_shift(std::string_view shift) {
  return std::string(k_night_profile) + "shift: " + std::string(shift) + "\n";
}

std::optional<std::chrono::seconds> start_within(const std::string& yaml) {
  const auto profile = read_profile(yaml, "x.yaml");
  EXPECT_TRUE(profile) << refusal_of(yaml);
  return profile ? profile->shift.start_within : std::nullopt;
}

TEST(ShiftTerms, AProfileSaysHowOldACheckMayBe) {
  EXPECT_EQ(start_within(with_shift("{start_within: 30 min}")), 30min);
  EXPECT_EQ(start_within(with_shift("{start_within: 90s}")), 90s);
  EXPECT_EQ(start_within(with_shift("{start_within: 1 h}")), 1h);
  EXPECT_EQ(start_within(std::string(k_night_profile)), std::nullopt);
}

TEST(ShiftTerms, TheyArePartOfTheDigestWhereTheyAreSaid) {
  const auto without = read_profile(k_night_profile, "x.yaml");
  const auto with = read_profile(with_shift("{start_within: 30 min}"), "x.yaml");
  ASSERT_TRUE(without && with);
  EXPECT_NE(without->digest, with->digest);
  EXPECT_EQ(canonical_yaml(*without).find("shift"), std::string::npos);
  const auto again = read_profile(canonical_yaml(*with), "x.yaml");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->digest, with->digest);
}

TEST(ShiftTerms, AnExtendingProfileMayChangeThem) {
  const std::string yaml =
      "profile: ours\nversion: 1\ntitle: {en: Ours, fr: Nous}\nextends: standard\nshift: {start_within: 10 "
      "min}\n";
  EXPECT_EQ(start_within(yaml), 10min);
}

TEST(ShiftTerms, WhatIsWrongIsSaid) {
  const auto refusal = [](std::string_view shift) { return refusal_of(with_shift(shift)); };
  EXPECT_EQ(refusal("soon"),
            "x.yaml:13:8: 'shift' is a group of keys. Write 'shift: {start_within: 30 min}'.");
  EXPECT_EQ(refusal("{start_within: 10 s}"),
            "x.yaml:13:23: '10 s' is not a time from 1 min to 16 h. Write 30 min.");
  EXPECT_EQ(refusal("{start_within: 17 h}"),
            "x.yaml:13:23: '17 h' is not a time from 1 min to 16 h. Write 30 min.");
  EXPECT_NE(refusal("{start_within: 30}").find("x.yaml:13:23"), std::string::npos);
  EXPECT_NE(refusal("{start_whithin: 30 min}").find("Did you mean 'start_within'?"), std::string::npos);
}

}  // namespace
}  // namespace preshift
