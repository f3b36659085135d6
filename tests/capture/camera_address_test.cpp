#include "camera_address.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace preshift {
namespace {

DeviceListed camera(int index, std::string name) {
  return {Sensor::camera, index, std::move(name), "V4L2", 0, {}, false};
}

const std::vector<DeviceListed> k_listed{camera(2, "Integrated Camera"), camera(4, "Logitech C920")};

TEST(CameraAddress, IsTheFirstCameraWhenNoneIsNamed) {
  EXPECT_EQ(camera_address("", k_listed)->index, 2);
  EXPECT_EQ(camera_address("", k_listed)->name, "Integrated Camera");
  EXPECT_EQ(camera_address("", {})->index, 0)
      << "the list may be hidden from us, or not exist on this system";
}

TEST(CameraAddress, TakesIndexes) {
  EXPECT_EQ(camera_address("4", k_listed)->name, "Logitech C920");
  EXPECT_EQ(camera_address("9", k_listed)->index, 9) << "to be tried, whether listed or not";
}

TEST(CameraAddress, TakesNames) {
  EXPECT_EQ(camera_address("logitech", k_listed)->index, 4);
  EXPECT_EQ(camera_address("Integrated Camera", k_listed)->index, 2);
  EXPECT_FALSE(camera_address("c", k_listed)) << "both have it";
  EXPECT_FALSE(camera_address("nope", k_listed));
  EXPECT_FALSE(camera_address("-1", k_listed));
}

TEST(CameraAddress, TakesStreamsPipelinesAndDeviceFiles) {
  EXPECT_EQ(camera_address("rtsp://host/1", k_listed)->kind, CameraKind::url);
  EXPECT_EQ(camera_address("http://host:80/s.mjpg", k_listed)->kind, CameraKind::url);
  EXPECT_EQ(camera_address("rtspsrc location=rtsp://host ! appsink", k_listed)->kind, CameraKind::pipeline);
  EXPECT_EQ(camera_address("/dev/video4", k_listed)->kind, CameraKind::device_file);
}

TEST(CameraAddress, ShowsNoPassword) {
  const auto address = camera_address("rtsp://me:secret@host:554/1?token=abc", k_listed);
  EXPECT_EQ(address->text, "rtsp://me:secret@host:554/1?token=abc");
  EXPECT_EQ(address->name, "rtsp://host:554/1");
  EXPECT_EQ(without_credentials("a location=\"rtsp://u:p@h/x?k=v\" ! b url=http://u@i ! c"),
            "a location=\"rtsp://h/x\" ! b url=http://i ! c");
  EXPECT_EQ(without_credentials("http://host/a@b"), "http://host/a@b");
  EXPECT_EQ(without_credentials("http://u:p@ss@host/"), "http://host/");
}

class Video4Linux : public ::testing::Test {
 protected:
  void node(int number, const std::string& name, const std::string& index) const {
    const std::string folder = "video" + std::to_string(number);
    std::filesystem::create_directories(m_nodes.path() / folder);
    m_nodes.write(folder + "/name", name + "\n");
    m_nodes.write(folder + "/index", index + "\n");
    m_nodes.write(folder + "/dev", "81:" + std::to_string(number) + "\n");
  }

  void record(int number, const std::string& capabilities) const {
    m_records.write("c81:" + std::to_string(number),
                    "I:12\nE:ID_V4L_CAPABILITIES=" + capabilities + "\nG:seat\n");
  }

  [[nodiscard]] std::vector<int> indexes() const {
    std::vector<int> found;
    for (const auto& camera : cameras_of_video4linux(m_nodes.path(), m_records.path()))
      found.push_back(camera.index);
    return found;
  }

  testing::TemporaryFolder m_nodes;
  testing::TemporaryFolder m_records;
};

TEST_F(Video4Linux, ListsCamerasByTheirNumberAndMarksTheFirst) {
  node(10, "HDMI grabber", "0");
  node(2, "Webcam", "0");
  const auto cameras = cameras_of_video4linux(m_nodes.path(), m_records.path());
  ASSERT_EQ(cameras.size(), 2U);
  EXPECT_EQ(cameras[0].index, 2);
  EXPECT_EQ(cameras[0].name, "Webcam");
  EXPECT_TRUE(cameras[0].is_default);
  EXPECT_FALSE(cameras[1].is_default);
}

TEST_F(Video4Linux, LeavesOutNodesThatUdevSaysDoNotCapture) {
  node(0, "Webcam", "0");
  node(1, "Webcam", "1");
  node(2, "Webcam infrared", "2");
  record(0, ":capture:");
  record(1, ":");
  record(2, ":capture:");
  EXPECT_EQ(indexes(), (std::vector<int>{0, 2}));
}

TEST_F(Video4Linux, TakesTheFirstNodeOfEachDeviceWithoutUdev) {
  node(0, "Webcam", "0");
  node(1, "Webcam", "1");
  EXPECT_EQ(indexes(), (std::vector<int>{0}));
}

TEST_F(Video4Linux, IsEmptyWhereThereIsNone) {
  EXPECT_TRUE(cameras_of_video4linux(m_nodes.path() / "missing", m_records.path()).empty());
}

}  // namespace
}  // namespace preshift
