#include "outline_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace preshift {
namespace {

TEST(OutlineSketch, DrawsTheDoorWhereItIsInAFrameOfThePicturesShape) {
  // The right half of the picture, all of its height.
  const DoorProposed door{640, 480, {{320, 0}, {640, 0}, {640, 480}, {320, 480}}, 1};
  EXPECT_EQ(outline_sketch(door, 24),
            "  +------------------------+\n"
            "  |            ############|\n"
            "  |            #          #|\n"
            "  |            #          #|\n"
            "  |            #          #|\n"
            "  |            #          #|\n"
            "  |            #          #|\n"
            "  |            #          #|\n"
            "  |            #          #|\n"
            "  |            ############|\n"
            "  +------------------------+\n");
}

TEST(OutlineSketch, LeavesOutWhatLiesBesideThePicture) {
  const DoorProposed door{640, 480, {{-300, -300}, {-100, -300}, {-100, 900}, {-300, 900}}, 1};
  EXPECT_EQ(outline_sketch(door, 24).find('#'), std::string::npos);
}

TEST(OutlineSketch, StaysOnTheScreenWhateverThePicture) {
  const DoorProposed tower{160, 4000, {{0, 0}, {160, 0}, {160, 4000}}, 1};
  const std::string sketch = outline_sketch(tower, 500);
  EXPECT_LE(std::count(sketch.begin(), sketch.end(), '\n'), 42);
  EXPECT_LE(sketch.find('\n'), 80U);
}

TEST(OutlineSketch, IsNothingWithoutAPictureOrAnOutline) {
  EXPECT_EQ(outline_sketch({0, 480, {{0, 0}, {1, 0}, {1, 1}}, 1}, 40), "");
  EXPECT_EQ(outline_sketch({640, 480, {}, 1}, 40), "");
}

}  // namespace
}  // namespace preshift
