#include "enrolment_answer.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(PicturePolygon, ReadsBackWhatItWroteToATenthOfAPixel) {
  const PicturePolygon polygon{{0, 0}, {639.94, 0.06}, {-12.3, 480}};
  EXPECT_EQ(to_text(polygon), "0,0,639.9,0.1,-12.3,480");
  EXPECT_EQ(polygon_in(to_text(polygon)), (PicturePolygon{{0, 0}, {639.9, 0.1}, {-12.3, 480}}));
}

TEST(PicturePolygon, AllowsBlanksAroundANumber) {
  EXPECT_EQ(polygon_in("1, 2, 3 ,4, 5,6"), (PicturePolygon{{1, 2}, {3, 4}, {5, 6}}));
}

TEST(PicturePolygon, RefusesWhatIsNone) {
  for (const char* text : {"", "1,2", "1,2,3,4", "1,2,3,4,5", "1,2,3,4,5,", ",1,2,3,4,5", "1,2,3,4,5,six",
                           "1,2,3,4,5,nan", "1,2,3,4,5,inf", "1,2,3,4,5,1e9", "1;2;3;4;5;6"})
    EXPECT_FALSE(polygon_in(text)) << text;
  PicturePolygon many(k_most_corners, {1, 1});
  EXPECT_TRUE(polygon_in(to_text(many)));
  many.push_back({1, 1});
  EXPECT_FALSE(polygon_in(to_text(many)));
}

TEST(EnrolmentAnswer, ReadsBackWhatItWrote) {
  ASSERT_TRUE(answer_in(to_line({})));
  EXPECT_FALSE(answer_in(to_line({}))->door);
  const PicturePolygon door{{1, 2}, {3, 4}, {5, 6}};
  EXPECT_EQ(answer_in(to_line({door}))->door, door);
}

TEST(EnrolmentAnswer, RefusesEverythingElse) {
  for (const char* line : {"", "stop", "go on", "door", "door ", "door 1,2"})
    EXPECT_FALSE(answer_in(line)) << line;
}

}  // namespace
}  // namespace preshift
