#include "listed_words.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(ListedWords, AreTheLinesWithoutCommentsAndBlanks) {
  const auto words = listed_words("# ours\n  one\t\r\n\ntwo # main\nthree words here");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].word, "one");
  EXPECT_EQ(words[0].line, 2U);
  EXPECT_EQ(words[1].word, "two");
  EXPECT_EQ(words[1].line, 4U);
  EXPECT_EQ(words[2].word, "three words here");
  EXPECT_TRUE(listed_words("").empty());
  EXPECT_TRUE(listed_words("#\n \n").empty());
}

}  // namespace
}  // namespace preshift
