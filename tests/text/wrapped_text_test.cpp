#include "wrapped_text.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(Wrapped, BreaksAtSpacesAndIndentsAllLinesButTheFirst) {
  EXPECT_EQ(wrapped("one two three four", 9, "  "), "one two\n  three\n  four");
}

TEST(Wrapped, CountsCharactersNotBytes) {
  EXPECT_EQ(wrapped("éé éé éé", 5, ""), "éé éé\néé");
}

TEST(Wrapped, LeavesAWordThatIsTooLongAlone) {
  EXPECT_EQ(wrapped("a extraordinary b", 5, ""), "a\nextraordinary\nb");
}

TEST(Wrapped, KeepsParagraphs) {
  EXPECT_EQ(wrapped("one\n\ntwo", 20, ""), "one\n\ntwo");
}

TEST(Wrapped, HasNothingToSayAboutNothing) {
  EXPECT_EQ(wrapped("", 20, "  "), "");
}

}  // namespace
}  // namespace preshift
