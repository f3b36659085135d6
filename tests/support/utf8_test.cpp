#include "utf8.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(Utf8, AcceptsEveryLengthOfSequence) {
  EXPECT_FALSE(find_invalid_utf8("a"));
  EXPECT_FALSE(find_invalid_utf8("é"));
  EXPECT_FALSE(find_invalid_utf8("√"));
  EXPECT_FALSE(find_invalid_utf8("𝄞"));
  EXPECT_FALSE(find_invalid_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF, the last
}

TEST(Utf8, SaysWhereTheFirstIllFormedSequenceStands) {
  EXPECT_EQ(find_invalid_utf8("ab\xFFz"), 2U);
  EXPECT_EQ(find_invalid_utf8("\x80"), 0U);              // a lone continuation
  EXPECT_EQ(find_invalid_utf8("a\xC3"), 1U);             // cut off
  EXPECT_EQ(find_invalid_utf8("\xC0\x80"), 0U);          // overlong NUL
  EXPECT_EQ(find_invalid_utf8("\xE0\x80\x80"), 0U);      // overlong
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);      // a surrogate
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // past U+10FFFF
  EXPECT_EQ(find_invalid_utf8("\xF0\x80\x80\x80"), 0U);  // overlong
}

TEST(Printable, TakesTheTeethOutOfTerminalSequences) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a [31mb");
  EXPECT_EQ(printable("line\nbreak\ttab\x7F"), "line break tab ");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            " 31m");  // CSI as one C1 control
}

TEST(Printable, KeepsAccentsAndMarksWhatIsNotText) {
  EXPECT_EQ(printable("caméra"), "caméra");
  EXPECT_EQ(printable("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Printable, IsWhatNeedsNoChange) {
  for (const char* text : {"", "caméra √", "a\x1b", "\n", "\x7F", "\xC2\x9B", "\xC2\xA0", "a\xFF", "\xC3"})
    EXPECT_EQ(is_printable(text), printable(text) == text) << text;
}

TEST(DisplayWidth, CountsCharactersNotBytes) {
  EXPECT_EQ(display_width("caméra"), 6U);
  EXPECT_EQ(display_width("█░"), 2U);
}

}  // namespace
}  // namespace preshift
