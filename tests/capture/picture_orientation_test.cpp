#include "picture_orientation.hpp"

#include "made_pictures.hpp"
#include "picture_decoding.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace preshift {
namespace {

using testing::quarters;

/// The corner of a picture of quarters() that is blue, and the one that is green: "top left", "bottom right".
std::string corners(const cv::Mat& picture) {
  std::string found;
  for (const cv::Vec3b& colour : {cv::Vec3b(255, 0, 0), cv::Vec3b(0, 255, 0)}) {
    for (const int y : {10, picture.rows - 10}) {
      for (const int x : {10, picture.cols - 10}) {
        if (cv::norm(picture.at<cv::Vec3b>(y, x), colour) > 60) continue;
        found += std::string(y == 10 ? "top" : "bottom") + (x == 10 ? " left, " : " right, ");
      }
    }
  }
  return found;
}

// What is stored at the top left (blue) and top right (green) of a picture is seen where table 6 of Exif 2.32
// says: the 0th row and the 0th column of what is stored lie at these sides of what is seen.
TEST(PictureOrientation, TurnsEachOfTheEightAsExifSays) {
  const char* expected[] = {"top left, top right, ",       "top right, top left, ",
                            "bottom right, bottom left, ", "bottom left, bottom right, ",
                            "top left, bottom left, ",     "top right, bottom right, ",
                            "bottom right, top right, ",   "bottom left, top left, "};
  const std::string jpeg = testing::jpeg_of(quarters(320, 240));
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const auto picture = decode_jpeg(testing::with_orientation(jpeg, orientation), "a.jpg");
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->cols, orientation < 5 ? 320 : 240) << orientation;
    EXPECT_EQ(corners(*picture), expected[orientation - 1]) << orientation;
  }
}

TEST(PictureOrientation, IsUprightWhenNothingOrNonsenseIsSaid) {
  const std::string jpeg = testing::jpeg_of(quarters(320, 240));
  EXPECT_EQ(exif_orientation(exif_of_jpeg(jpeg)), 1);
  for (const int orientation : {0, 9, 255})
    EXPECT_EQ(exif_orientation(exif_of_jpeg(testing::with_orientation(jpeg, orientation))), 1);
}

TEST(PictureOrientation, SurvivesEveryCutThroughAnExifBlock) {
  const std::string jpeg = testing::with_orientation(testing::jpeg_of(quarters(320, 240)), 6);
  const std::string exif(exif_of_jpeg(jpeg));
  ASSERT_EQ(exif_orientation(exif), 6);
  for (std::size_t bytes = 0; bytes < 20; ++bytes)
    EXPECT_EQ(exif_orientation(exif.substr(0, bytes)), 1) << bytes;
  for (std::size_t bytes = 0; bytes < 60; ++bytes) (void)exif_of_jpeg(jpeg.substr(0, bytes));
}

TEST(PictureOrientation, ReadsBothByteOrders) {
  const std::string little("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0", 22);
  EXPECT_EQ(exif_orientation(little), 8);
}

}  // namespace
}  // namespace preshift
