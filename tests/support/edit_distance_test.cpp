#include "edit_distance.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace preshift {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsAndSubstitutions) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("quiet", "quiet"), 0U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, CountsSwappedNeighboursOnce) {
  EXPECT_EQ(edit_distance("at_mots", "at_most"), 1U);
  EXPECT_EQ(edit_distance("chekc", "check"), 1U);
}

TEST(EditDistance, IsSymmetric) {
  EXPECT_EQ(edit_distance("measure", "mesure"), edit_distance("mesure", "measure"));
}

constexpr std::array<std::string_view, 3> k_words{"at_most", "at_least", "equals"};

TEST(NearestWord, FindsTheMeantWord) {
  EXPECT_EQ(nearest_word("at_mots", k_words), "at_most");
}

TEST(NearestWord, GuessesNothingWhenNothingIsNear) {
  EXPECT_EQ(nearest_word("colour", k_words), "");
}

TEST(NearestWord, DoesNotSpendTimeOnHugeWords) {
  EXPECT_EQ(nearest_word(std::string(1'000'000, 'a'), k_words), "");
}

}  // namespace
}  // namespace preshift
