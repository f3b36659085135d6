#include "event_tally.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace preshift {
namespace {

EventTally tally_of(const std::vector<float>& margins) {
  EventTally tally;
  for (const float margin : margins) tally.observe(margin);
  return tally;
}

TEST(EventTally, NothingIsHeardUnderTheThreshold) {
  const EventTally tally = tally_of({-3, -0.1F, -2});
  EXPECT_EQ(tally.count().events, 0U);
  EXPECT_EQ(tally.count().windows, 0U);
  EXPECT_TRUE(tally.spans().empty());
}

TEST(EventTally, AnEventGoesOnUntilItIsClearlyOver) {
  const EventTally tally = tally_of({-5, 0, -1.4F, 2, -1.6F, -5});
  EXPECT_EQ(tally.count().events, 1U);
  EXPECT_EQ(tally.count().windows, 3U);
  ASSERT_EQ(tally.spans().size(), 1U);
  EXPECT_EQ(tally.spans()[0].first, 1U);
  EXPECT_EQ(tally.spans()[0].last, 3U);
}

TEST(EventTally, TwoEventsAreTwo) {
  const EventTally tally = tally_of({1, -3, 1, 1});
  EXPECT_EQ(tally.count().events, 2U);
  EXPECT_EQ(tally.spans().back().last, 3U);
}

TEST(EventTally, WhatIsCloseToTheThresholdIsInDoubt) {
  EXPECT_EQ(tally_of({-0.9F}).count_when_lax().events, 1U);
  EXPECT_EQ(tally_of({0.9F}).count_when_strict().events, 0U);
  EXPECT_EQ(tally_of({1.1F}).count_when_strict().events, 1U);
  EXPECT_EQ(tally_of({-1.1F}).count_when_lax().events, 0U);
}

TEST(EventTally, EventsBeyondThoseKeptAreStillCounted) {
  EventTally tally;
  for (std::size_t i = 0; i < EventTally::k_most_spans + 5; ++i) {
    tally.observe(1);
    tally.observe(-5);
  }
  EXPECT_EQ(tally.count().events, EventTally::k_most_spans + 5);
  ASSERT_EQ(tally.spans().size(), EventTally::k_most_spans);
  EXPECT_EQ(tally.spans().back().last, 2 * (EventTally::k_most_spans - 1));
}

}  // namespace
}  // namespace preshift
