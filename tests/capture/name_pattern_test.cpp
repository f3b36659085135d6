#include "name_pattern.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace preshift {
namespace {

TEST(NamePattern, TellsPatternsFromNames) {
  for (const char* pattern : {"*.jpg", "a?.png", "shot[0-9].jpg", "frame_%04d.jpg", "%d"})
    EXPECT_TRUE(is_pattern(pattern)) << pattern;
  for (const char* name : {"a.jpg", "100%.jpg", "50%_done.jpg", "a[b.jpg", "%04x.jpg", ""})
    EXPECT_FALSE(is_pattern(name)) << name;
}

TEST(NamePattern, MatchesAsAShellDoes) {
  EXPECT_TRUE(fits_pattern("desk.jpg", "*.jpg"));
  EXPECT_TRUE(fits_pattern("a.jpg.jpg", "a*.jpg"));
  EXPECT_TRUE(fits_pattern("desk", "d*e*k"));
  EXPECT_FALSE(fits_pattern("desk.jpeg", "*.jpg"));
  EXPECT_TRUE(fits_pattern("a1.png", "a?.png"));
  EXPECT_FALSE(fits_pattern("a.png", "a?.png"));
  EXPECT_TRUE(fits_pattern("b7", "[a-c][!0-5]"));
  EXPECT_FALSE(fits_pattern("b3", "[a-c][!0-5]"));
  EXPECT_TRUE(fits_pattern("]", "[]]"));
  EXPECT_TRUE(fits_pattern("a-", "a[-x]"));
}

TEST(NamePattern, TakesAnAccentAsOneCharacter) {
  EXPECT_TRUE(fits_pattern("\xC3\xA9.jpg", "?.jpg"));
  EXPECT_TRUE(fits_pattern("\xC3\xA9.jpg", "[\xC3\xA0-\xC3\xBF].jpg"));
  EXPECT_FALSE(fits_pattern("\xC3\xA9.jpg", "[a-z].jpg"));
}

TEST(NamePattern, LeavesHiddenFilesAlone) {
  EXPECT_FALSE(fits_pattern(".thumbnail.jpg", "*.jpg"));
  EXPECT_TRUE(fits_pattern(".thumbnail.jpg", ".*.jpg"));
}

TEST(NamePattern, MatchesNumbersAsPrintfWritesThem) {
  EXPECT_TRUE(fits_pattern("frame_0007.jpg", "frame_%04d.jpg"));
  EXPECT_TRUE(fits_pattern("frame_12345.jpg", "frame_%04d.jpg"));
  EXPECT_FALSE(fits_pattern("frame_007.jpg", "frame_%04d.jpg"));
  EXPECT_FALSE(fits_pattern("frame_00007.jpg", "frame_%04d.jpg"));
  EXPECT_TRUE(fits_pattern("frame_7.jpg", "frame_%d.jpg"));
  EXPECT_FALSE(fits_pattern("frame_07.jpg", "frame_%d.jpg"));
  EXPECT_FALSE(fits_pattern("frame_x.jpg", "frame_%d.jpg"));
}

TEST(NamePattern, StaysQuickForAMaliciousPattern) {
  std::string stars;
  for (int i = 0; i < 60; ++i) stars += "*a";
  EXPECT_FALSE(fits_pattern(std::string(250, 'a'), stars + "b"));
}

TEST(NamePattern, SortsNamesAsPeopleCount) {
  std::vector<std::string> names{"shot10", "shot9", "shot010", "a",
                                 "shot9b", "shot",  "B2",      "shot99999999999999999999"};
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return comes_before(a, b); });
  const std::vector<std::string> expected{"B2",     "a",      "shot",    "shot9",
                                          "shot9b", "shot10", "shot010", "shot99999999999999999999"};
  EXPECT_EQ(names, expected);
}

TEST(NamePattern, SortsNoNameBeforeItself) {
  for (const char* name : {"", "a", "a01", "7"}) EXPECT_FALSE(comes_before(name, name)) << name;
}

}  // namespace
}  // namespace preshift
