#include "presence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace preshift {
namespace {

/// One picture every half second; a digit is the number found in it.
std::vector<Sighting> sightings(std::string_view counts, std::string_view possible = {}) {
  std::vector<Sighting> result;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const int found = counts[i] - '0';
    result.push_back({0.5 * static_cast<double>(i), found, possible.empty() ? found : possible[i] - '0'});
  }
  return result;
}

TEST(LastingCount, is_the_highest_that_every_picture_of_some_run_reaches) {
  EXPECT_EQ(lasting_count(std::vector{1, 1, 3, 2, 2, 1}, 3), 2);
  EXPECT_EQ(lasting_count(std::vector{1, 1, 3, 2, 2, 1}, 1), 3);
  EXPECT_EQ(lasting_count(std::vector{1, 2}, 3), 1) << "a short window";
}

TEST(SecondsOfEach, a_picture_stands_until_the_next_but_for_no_more_than_a_second) {
  EXPECT_EQ(seconds_of_each(std::vector{0.0, 0.5, 1.5, 4.0}), (std::vector{0.5, 1.0, 1.0, 1.0}));
  EXPECT_EQ(seconds_of_each(std::vector{0.0}), std::vector{0.5});
}

TEST(PresenceOf, one_person_all_along_is_one_for_certain) {
  const Presence presence = presence_of(sightings("1111111111"));
  EXPECT_EQ(presence.count.value, 1);
  EXPECT_EQ(presence.count.expanded_uncertainty, 0);
  EXPECT_EQ(presence.several_percent.value, 0);
  EXPECT_EQ(presence.several_seconds.value, 0);
}

TEST(PresenceOf, a_second_person_who_enters_is_seen_for_as_long_as_that_lasts) {
  const Presence presence = presence_of(sightings("11111222222211111111"));
  EXPECT_EQ(presence.count.value, 2);
  EXPECT_EQ(presence.count.expanded_uncertainty, 0);
  EXPECT_DOUBLE_EQ(presence.count_seconds, 3.5);
  EXPECT_DOUBLE_EQ(presence.several_seconds.value, 3.5);
  EXPECT_DOUBLE_EQ(presence.several_seconds.expanded_uncertainty, 0.5);
  EXPECT_DOUBLE_EQ(presence.several_percent.value, 35);
}

TEST(PresenceOf, one_picture_alone_is_a_slip_whichever_way) {
  for (const char* counts : {"1111211111", "1111011111", "2111111111", "1111111112", "1101121011"}) {
    const Presence presence = presence_of(sightings(counts));
    EXPECT_EQ(presence.count.value, 1) << counts;
    EXPECT_EQ(presence.count.expanded_uncertainty, 0) << counts;
    EXPECT_EQ(presence.several_seconds.value, 0) << counts;
  }
}

TEST(PresenceOf, a_gap_of_one_picture_does_not_end_a_visit) {
  EXPECT_DOUBLE_EQ(presence_of(sightings("1122122111")).several_seconds.value, 2.5);
}

TEST(PresenceOf, who_passes_within_two_pictures_shows_in_the_uncertainty) {
  const Presence presence = presence_of(sightings("1111221111"));
  EXPECT_EQ(presence.count.value, 1);
  EXPECT_EQ(presence.count.expanded_uncertainty, 1);
  EXPECT_DOUBLE_EQ(presence.several_seconds.value, 1);
}

TEST(PresenceOf, somebody_only_suspected_shows_in_the_uncertainty) {
  const Presence presence = presence_of(sightings("1111111111", "1111222211"));
  EXPECT_EQ(presence.count.value, 1);
  EXPECT_EQ(presence.count.expanded_uncertainty, 1);
  EXPECT_EQ(presence.several_seconds.value, 0);
}

TEST(PresenceOf, three_who_come_after_two_are_three_for_their_own_time) {
  const Presence presence = presence_of(sightings("1222233321"));
  EXPECT_EQ(presence.count.value, 3);
  EXPECT_DOUBLE_EQ(presence.count_seconds, 1.5);
  EXPECT_DOUBLE_EQ(presence.several_seconds.value, 4);
}

TEST(PresenceOf, a_single_picture_says_what_it_shows) {
  const Presence presence = presence_of(sightings("2"));
  EXPECT_EQ(presence.count.value, 2);
  EXPECT_DOUBLE_EQ(presence.several_seconds.value, 0.5);
}

TEST(PresenceOf, the_count_never_exceeds_what_some_picture_shows_nor_its_pictures_the_window) {
  for (int pattern = 0; pattern < 6561; ++pattern) {  // every series of eight pictures with none, one or two
    std::string counts;
    for (int rest = pattern, i = 0; i < 8; ++i, rest /= 3) counts += static_cast<char>('0' + rest % 3);
    const Presence presence = presence_of(sightings(counts));
    ASSERT_LE(presence.count.value, *std::max_element(counts.begin(), counts.end()) - '0') << counts;
    ASSERT_LE(presence.several_seconds.value, 4) << counts;
    ASSERT_GE(presence.several_seconds.value, presence.count.value > 1 ? 1.5 : 0) << counts;
  }
}

}  // namespace
}  // namespace preshift
