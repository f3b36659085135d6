#include "utterance_finder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace preshift {
namespace {

/// 'S' for a window that is surely speech, '-' for one between the thresholds, '.' for silence.
std::string decided(std::string_view windows) {
  UtteranceFinder finder;
  std::string result;
  for (const char window : windows) {
    const auto decision = finder.observe(window == 'S' ? 0.9F : window == '-' ? 0.4F : 0.1F);
    result.append(decision.windows, decision.speech ? 'S' : '.');
  }
  return result;
}

TEST(UtteranceFinder, SilenceIsDecidedAtOnce) {
  EXPECT_EQ(decided("....--.."), "........");
}

TEST(UtteranceFinder, AQuarterOfASecondIsAnUtterance) {
  EXPECT_EQ(decided("..SSSSSSSS......"), "..SSSSSSSS......");
}

TEST(UtteranceFinder, WhatIsShorterIsNone) {
  EXPECT_EQ(decided("..SSSSSSS......."), "................");
  EXPECT_EQ(decided("S......S......"), "..............");
}

TEST(UtteranceFinder, GapsBetweenWordsBelongToTheUtterance) {
  EXPECT_EQ(decided("SSSSSSSS.....SSSS......"), "SSSSSSSSSSSSSSSSS......");
  EXPECT_EQ(decided("SSSS.....SSSSSSSS......"), "SSSSSSSSSSSSSSSSS......");
}

TEST(UtteranceFinder, PausesDoNot) {
  EXPECT_EQ(decided("SSSSSSSS......SSSSSSSS......"), "SSSSSSSS......SSSSSSSS......");
}

TEST(UtteranceFinder, AnUtteranceGoesOnWhereItWouldNotBegin) {
  EXPECT_EQ(decided("SSSSSSSS------------......"), "SSSSSSSSSSSSSSSSSSSS......");
  EXPECT_EQ(decided("------------......"), "..................");
}

TEST(UtteranceFinder, NoDecisionWaitsForMoreThan14Windows) {
  UtteranceFinder finder;
  std::size_t waiting = 0;
  for (int i = 0; i < 500; ++i) {
    waiting += 1;
    waiting -= finder.observe(i % 7 == 0 || i % 11 == 3 ? 0.9F : 0.1F).windows;
    EXPECT_LE(waiting, 14U);
  }
}

}  // namespace
}  // namespace preshift
