#include "route_clues.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(RouteClues, SearchWordsWithoutCaseAndPunctuation) {
  EXPECT_EQ(searchable("Echo-Cancel_Source (2)"), " echo cancel source 2 ");
  EXPECT_EQ(searchable("MIXAGE STÉRÉO"), " mixage stéréo ");
  EXPECT_EQ(searchable("Gerät × 2"), " gerät × 2 ") << "the times sign is no letter with a lower case";
  EXPECT_EQ(searchable(""), " ");
}

TEST(RouteClues, FindWholeWordsOnly) {
  EXPECT_TRUE(has_words(" krisp microphone ", "krisp"));
  EXPECT_FALSE(has_words(" krispin s mic ", "krisp"));
  EXPECT_FALSE(has_words(" unkrisp ", "krisp"));
  EXPECT_TRUE(has_words(" my monitor of it ", "monitor of"));
  EXPECT_FALSE(has_words(" monitor audio mic ", "monitor of"));
}

TEST(RouteClues, LeaveTheLastWordOpenWhereAsked) {
  EXPECT_TRUE(has_words(" mic echo cancelled ", "echo cancel*"));
  EXPECT_TRUE(has_words(" echo cancellation ", "echo cancel*"));
  EXPECT_FALSE(has_words(" noecho cancelled ", "echo cancel*"));
}

TEST(RouteClues, GiveTheTextThatGaveItAway) {
  const auto clue = first_clue({"Blue Yeti", "module-remap-source", "NoiseTorch Microphone for Blue Yeti"});
  ASSERT_TRUE(clue);
  EXPECT_EQ(clue->kind, RouteKind::filter);
  EXPECT_EQ(clue->text, "NoiseTorch Microphone for Blue Yeti");
  EXPECT_FALSE(first_clue({"Blue Yeti", ""}));
}

TEST(RouteClues, CountAFilterBeforeWhatItIsMadeOf) {
  const auto clue = first_clue({"Monitor of EasyEffects Source"});
  ASSERT_TRUE(clue);
  EXPECT_EQ(clue->kind, RouteKind::filter);
}

}  // namespace
}  // namespace preshift
