#include "camera_route_finding.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace preshift {
namespace {

using testing::TemporaryFolder;
namespace fs = std::filesystem;

/// What the kernel shows of its cameras, in a folder of our own.
class CameraRouteTest : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path nodes() const { return m_folder.path() / "class"; }

  /// A node `videoN` that lies in `device_folder`, as the kernel's links say, with a driver or without.
  void add(int number, const std::string& name, const std::string& device_folder, const std::string& driver) {
    const std::string file = "video" + std::to_string(number);
    const fs::path real = m_folder.path() / "devices" / device_folder / "video4linux" / file;
    fs::create_directories(real);
    std::ofstream(real / "name") << name << "\n";
    if (!driver.empty()) {
      fs::create_directories(m_folder.path() / "drivers" / driver);
      fs::create_directories(real / "device");
      fs::create_directory_symlink(m_folder.path() / "drivers" / driver, real / "device" / "driver");
    }
    fs::create_directories(nodes());
    fs::create_directory_symlink(real, nodes() / file);
  }

  [[nodiscard]] CameraRoute route(const CameraAddress& address) const {
    return camera_route(address, nodes());
  }

  [[nodiscard]] CameraRoute route_of_number(int number) const {
    return route({CameraKind::index, number, {}, std::to_string(number)});
  }

 private:
  TemporaryFolder m_folder;
};

TEST_F(CameraRouteTest, ACameraWithADeviceIsPhysicalUnderItsOwnName) {
  add(0, "Integrated Camera: Integrated C", "pci0000:00/usb1", "uvcvideo");
  EXPECT_EQ(route_of_number(0).kind, CameraRouteKind::physical);
  EXPECT_EQ(route_of_number(0).name, "Integrated Camera: Integrated C");
  EXPECT_EQ(route_of_number(0).evidence, "");
}

TEST_F(CameraRouteTest, ALoopbackIsVirtualWhateverItIsCalled) {
  add(3, "Logitech C920", "virtual", "");
  EXPECT_EQ(route_of_number(3).kind, CameraRouteKind::virtual_device);
  EXPECT_EQ(route_of_number(3).evidence, "/sys/devices/virtual");
  EXPECT_EQ(route({CameraKind::device_file, 0, "/dev/video3", "/dev/video3"}).kind,
            CameraRouteKind::virtual_device);
  const std::string pipeline = "v4l2src device=/dev/video3 ! videoconvert ! appsink";
  EXPECT_EQ(route({CameraKind::pipeline, 0, pipeline, pipeline}).kind, CameraRouteKind::virtual_device);
}

TEST_F(CameraRouteTest, ADriverThatMakesPicturesUpIsVirtual) {
  add(1, "some-camera", "platform/vivid.0", "vivid");
  EXPECT_EQ(route_of_number(1).kind, CameraRouteKind::virtual_device);
  EXPECT_EQ(route_of_number(1).evidence, "vivid");
}

TEST_F(CameraRouteTest, WhatTheKernelDoesNotShowIsUnknown) {
  EXPECT_EQ(route_of_number(7).kind, CameraRouteKind::unknown);
  const std::string pipeline = "ahcsrc ! appsink";
  EXPECT_EQ(route({CameraKind::pipeline, 0, pipeline, pipeline}).kind, CameraRouteKind::unknown);
}

TEST_F(CameraRouteTest, AnAddressIsANetworkCamera) {
  for (const char* address : {"http://127.0.0.1:8080/camera.mjpg", "rtsp://camera/1"})
    EXPECT_EQ(route({CameraKind::url, 0, address, address}).kind, CameraRouteKind::network) << address;
  EXPECT_EQ(route({CameraKind::url, 0, "file:///room.avi", "room"}).kind, CameraRouteKind::unknown);
  const std::string pipeline = "rtspsrc location=rtsp://camera/1 ! decodebin ! appsink";
  EXPECT_EQ(route({CameraKind::pipeline, 0, pipeline, pipeline}).kind, CameraRouteKind::network);
}

TEST_F(CameraRouteTest, APipelineThatMakesPicturesUpOrReadsThemFromAFileIsVirtual) {
  for (const char* pipeline : {"videotestsrc ! appsink", "filesrc location=a.mp4 ! decodebin ! appsink"})
    EXPECT_EQ(route({CameraKind::pipeline, 0, pipeline, pipeline}).kind, CameraRouteKind::virtual_device)
        << pipeline;
}

TEST(NamesVirtualCamera, KnowsWhatProgramsCallTheirCameras) {
  for (const char* name : {"OBS Virtual Camera", "OBS-Camera", "OBS Cam", "ManyCam Virtual Webcam",
                           "Dummy video device (0x0000)", "Snap Camera", "XSplit VCam", "DroidCam Source 3",
                           "Camera (NVIDIA Broadcast)", "Iriun Webcam", "e2eSoft VCam", "Virtual Camera",
                           "CyberLink YouCam 10", "NDI Video", "Streamlabs Desktop Virtual Webcam"})
    EXPECT_TRUE(names_virtual_camera(name)) << name;
}

TEST(NamesVirtualCamera, LeavesRealCamerasAlone) {
  for (const char* name : {"Integrated Camera", "HD Pro Webcam C920", "Logitech BRIO", "FaceTime HD Camera",
                           "UVC Camera (046d:0825)", "Microsoft LifeCam HD-3000", "OBSBOT Tiny 2",
                           "Elgato Facecam", "Razer Kiyo Pro", "Cam Link 4K", ""})
    EXPECT_FALSE(names_virtual_camera(name)) << name;
}

}  // namespace
}  // namespace preshift
