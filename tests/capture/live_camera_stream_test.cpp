#include "made_video.hpp"
#include "picture_source.hpp"
#include "program.hpp"
#include "refusals.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <chrono>
#include <optional>
#include <thread>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::Program;
using testing::refusal;
using testing::words;

/// ffmpeg as a camera on the network: a Motion JPEG stream on loopback, 20 frames a second.
class CameraStream : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::is_installed("ffmpeg")) GTEST_SKIP() << "ffmpeg is not installed";
    const auto video = m_folder.write("v.avi", testing::avi_video(250, 20, 320, 240));
    m_port = testing::free_port();
    m_server.emplace(std::vector<std::string>{"ffmpeg", "-re", "-stream_loop", "9", "-i", video.string(),
                                              "-c:v", "mjpeg", "-f", "mpjpeg", "-listen", "1", url()});
    for (int i = 0; i < 1000 && !testing::is_listening(m_port); ++i)
      std::this_thread::sleep_for(milliseconds(10));
    ASSERT_TRUE(testing::is_listening(m_port));
  }

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/s.mjpg"; }

  testing::TemporaryFolder m_folder;
  std::optional<Program> m_server;
  int m_port = 0;
};

TEST_F(CameraStream, GivesTwoPicturesASecondForTheWindow) {
  auto camera = open_camera(url(), milliseconds(2000));
  ASSERT_TRUE(camera) << words(camera);
  EXPECT_TRUE((*camera)->opened().live);
  EXPECT_EQ((*camera)->opened().name, url());
  EXPECT_EQ((*camera)->opened().host_api, "FFMPEG");
  std::vector<double> brightness;
  for (auto picture = (*camera)->next();; picture = (*camera)->next()) {
    ASSERT_TRUE(picture) << words(picture);
    if (!picture->has_value()) break;
    EXPECT_EQ((*picture)->bgr.size(), cv::Size(320, 240));
    brightness.push_back(cv::mean((*picture)->bgr)[0]);
  }
  ASSERT_GE(brightness.size(), 2U);
  EXPECT_LE(brightness.size(), 4U);
  for (std::size_t i = 1; i < brightness.size(); ++i)
    EXPECT_GT(brightness[i], brightness[i - 1])
        << "frame i has brightness i: time went on between the pictures";
}

TEST_F(CameraStream, IsReportedAsStalledWhenItVanishes) {
  auto camera = open_camera(url(), milliseconds(60'000));
  ASSERT_TRUE(camera) << words(camera);
  ASSERT_TRUE((*camera)->next());
  m_server->kill();
  auto picture = (*camera)->next();
  while (picture && picture->has_value()) picture = (*camera)->next();
  ASSERT_EQ(refusal(picture), "camera.stalled");
  EXPECT_EQ(picture.error().kind, ProblemKind::device_failure);
}

TEST(Cameras, ThatAreNotThereAreDeviceFailures) {
  const auto nobody = open_camera(
      "http://user:secret@127.0.0.1:" + std::to_string(testing::free_port()) + "/s.mjpg", milliseconds(1000));
  ASSERT_EQ(refusal(nobody), "camera.not_opened");
  EXPECT_EQ(nobody.error().kind, ProblemKind::device_failure);
  EXPECT_EQ(words(nobody).find("secret"), std::string::npos);
  EXPECT_EQ(refusal(open_camera("nonsense ! appsink", milliseconds(1000))), "camera.not_opened");
  EXPECT_EQ(refusal(open_camera("97", milliseconds(1000))), "camera.not_opened");
}

TEST(Cameras, ThatWouldWriteOrSendWhatTheySeeAreRefused) {
  for (const char* pipeline : {"videotestsrc ! tee name=t ! filesink location=/tmp/x t. ! appsink",
                               "videotestsrc ! tcpclientsink", "appsink ! x ! multifilesink location=x"})
    EXPECT_EQ(refusal(open_camera(pipeline, milliseconds(1000))), "camera.leading_elsewhere") << pipeline;
}

TEST(Cameras, OfAnUnknownNameAreRefused) {
  const auto unknown = open_camera("no such camera", milliseconds(1000));
  ASSERT_EQ(refusal(unknown), "camera.unknown");
  EXPECT_EQ(unknown.error().kind, ProblemKind::device_failure);
}

}  // namespace
}  // namespace preshift
