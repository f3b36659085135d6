#include "video_file.hpp"

#include "fake_grabber.hpp"
#include "made_video.hpp"
#include "refusals.hpp"
#include "temporary_folder.hpp"
#include "video_support.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::avi_video;
using testing::FakeGrabber;
using testing::frames;
using testing::refusal;
using testing::words;

Result<std::vector<Picture>> pictures(PictureSource& source) {
  std::vector<Picture> found;
  while (true) {
    auto picture = source.next();
    if (!picture) return Failure<Problem>{std::move(picture).error()};
    if (!picture->has_value()) return found;
    found.push_back(std::move(**picture));
  }
}

class Videos : public ::testing::Test {
 protected:
  testing::TemporaryFolder m_folder;
};

TEST_F(Videos, AreSampledTwiceASecondByTheirOwnTime) {
  const auto file = m_folder.write("room.avi", avi_video(50, 20));
  auto source = open_pictures(file.string(), std::nullopt);
  ASSERT_TRUE(source) << words(source);
  EXPECT_FALSE((*source)->opened().live);
  EXPECT_EQ((*source)->opened().name, "room.avi");
  const auto found = pictures(**source);
  ASSERT_TRUE(found) << words(found);
  ASSERT_EQ(found->size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR((*found).at(i).seconds, 0.5 * static_cast<double>(i), 1e-3);
    EXPECT_NEAR(cv::mean((*found).at(i).bgr)[0], 10.0 * static_cast<double>(i), 3)
        << "frame 10 i has brightness 10 i";
  }
}

TEST_F(Videos, EndWithTheWindow) {
  const auto file = m_folder.write("room.avi", avi_video(50, 20));
  auto source = open_pictures(file.string(), milliseconds(1000));
  ASSERT_TRUE(source);
  EXPECT_EQ(pictures(**source)->size(), 2U);
}

TEST_F(Videos, WithoutPicturesAreRefused) {
  const auto source = open_pictures(m_folder.write("empty.avi", avi_video(0, 20)).string(), std::nullopt);
  EXPECT_EQ(refusal(source), "video_file.empty");
  EXPECT_EQ(refusal(start_video("v.avi", std::make_unique<FakeGrabber>(frames(0)), std::nullopt)),
            "video_file.empty");
}

TEST_F(Videos, ThatAreNoneAreRefused) {
  EXPECT_EQ(refusal(open_pictures(m_folder.write("a.avi", std::string(5000, 'x')).string(), std::nullopt)),
            "picture_file.unreadable");
  EXPECT_EQ(refusal(open_pictures(m_folder.write("notes.txt", "hello").string(), std::nullopt)),
            "picture_file.unreadable");
  EXPECT_EQ(refusal(open_pictures(m_folder.write("a.mp4", "").string(), std::nullopt)), "picture_file.empty");
}

TEST_F(Videos, ThatAreListsOfPlacesOnTheNetworkAreRefused) {
  const auto playlist =
      m_folder.write("a.avi", "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/never.ts\n#EXT-X-ENDLIST\n");
  EXPECT_EQ(refusal(open_pictures(playlist.string(), std::nullopt)), "picture_file.unreadable");
}

TEST_F(Videos, OfTheWrongSizeAreRefused) {
  const auto tiny = m_folder.write("tiny.avi", avi_video(3, 20, 64, 48));
  EXPECT_EQ(refusal(open_pictures(tiny.string(), std::nullopt)), "picture_file.too_small");
  auto huge = std::make_unique<FakeGrabber>(frames(10));
  huge->claimed_width = 1'000'000;
  EXPECT_EQ(refusal(start_video("v.avi", std::move(huge), std::nullopt)), "picture_file.too_large");
}

TEST_F(Videos, ThatClaimToBeTooLongAreRefusedUnlessAWindowIsGiven) {
  const auto two_hours = [] {
    auto grabber = std::make_unique<FakeGrabber>(frames(10));
    grabber->claimed_frames = 7200 * 10;
    return grabber;
  };
  const auto source = start_video("v.avi", two_hours(), std::nullopt);
  ASSERT_EQ(refusal(source), "video_file.too_long");
  EXPECT_EQ(std::get<double>(source.error().message.arguments.at(1)), 7200);
  EXPECT_TRUE(start_video("v.avi", two_hours(), milliseconds(500)));
}

TEST_F(Videos, ThatGoOnForTooLongAreRefusedWhenTheyDo) {
  auto source = start_video("v.avi", std::make_unique<FakeGrabber>(frames(6100)), std::nullopt);
  ASSERT_TRUE(source);
  EXPECT_EQ(refusal(pictures(**source)), "video_file.too_long");
}

TEST_F(Videos, ThatCannotBeDecodedAreRefused) {
  auto grabber = std::make_unique<FakeGrabber>(frames(10));
  grabber->damaged_frames = 10;
  auto source = start_video("v.avi", std::move(grabber), std::nullopt);
  ASSERT_TRUE(source);
  EXPECT_EQ(refusal((*source)->next()), "video_file.damaged");
}

TEST_F(Videos, NeedAModuleAndSayWhyItIsMissing) {
  const auto missing = load_video_module(m_folder.path() / "preshift-video.so");
  ASSERT_EQ(refusal(missing), "camera.support_missing");
  EXPECT_EQ(missing.error().kind, ProblemKind::device_failure);
  EXPECT_NE(words(missing).find("preshift-video.so"), std::string::npos) << words(missing);
  EXPECT_EQ(refusal(load_video_module(m_folder.write("preshift-video.so", "no library"))),
            "camera.support_missing");
}

}  // namespace
}  // namespace preshift
