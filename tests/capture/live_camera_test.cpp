#include "live_camera.hpp"

#include "fake_grabber.hpp"
#include "refusals.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::FakeGrabber;
using testing::refusal;

LiveCameraTerms terms() {
  return {.window = milliseconds(100),
          .period = milliseconds(20),
          .settling = milliseconds(0),
          .stalled_after = std::chrono::hours(1)};
}

SourceOpened opened() {
  return {Sensor::camera, true, "camera", "fake", 2, 0};
}

/// A device that gives a frame every millisecond, `count` of them.
std::function<bool()> paced(int count) {
  return [count]() mutable {
    std::this_thread::sleep_for(milliseconds(1));
    return count-- > 0;
  };
}

TEST(LiveCamera, DeliversPicturesAPeriodApartUntilTheWindowEnds) {
  LiveCamera camera(opened(), std::make_unique<FakeGrabber>(paced(1'000'000)), terms());
  EXPECT_EQ(camera.length(), 5U);
  double last = -1;
  std::size_t count = 0;
  for (auto picture = camera.next();; picture = camera.next()) {
    ASSERT_TRUE(picture) << testing::words(picture);
    if (!picture->has_value()) break;
    EXPECT_EQ((*picture)->bgr.type(), CV_8UC3);
    EXPECT_GE((*picture)->seconds, 0.02 * static_cast<double>(count));
    EXPECT_GT((*picture)->seconds, last);
    last = (*picture)->seconds;
    ++count;
  }
  EXPECT_GE(count, 1U);
  EXPECT_LE(count, 5U) << "fewer when this computer is busy, never more";
}

TEST(LiveCamera, ReadsEveryFrameSoThatNoneGrowsOld) {
  std::atomic<int> asked{0};
  LiveCameraTerms patient = terms();
  patient.window = std::chrono::hours(1);
  const auto device = [&asked] {
    if (asked < 100) std::this_thread::sleep_for(milliseconds(1));
    return ++asked < 200 || (std::this_thread::sleep_for(milliseconds(1)), true);
  };
  LiveCamera camera(opened(), std::make_unique<FakeGrabber>(device), patient);
  ASSERT_TRUE(camera.next());
  while (asked < 200) std::this_thread::yield();  // nobody asks for a picture, the device goes on
  const auto picture = camera.next();
  ASSERT_TRUE(picture);
  EXPECT_GE(testing::frame_number((*picture)->bgr), 199) << "not one of the hundreds before";
}

TEST(LiveCamera, KeepsEachPictureInMemoryOfItsOwn) {
  LiveCamera camera(opened(), std::make_unique<FakeGrabber>(paced(1'000'000)), terms());
  const auto first = camera.next();
  ASSERT_TRUE(first && first->has_value());
  const cv::Mat copy = (*first)->bgr.clone();
  ASSERT_TRUE(camera.next());
  EXPECT_EQ(cv::norm((*first)->bgr, copy, cv::NORM_INF), 0);
}

TEST(LiveCamera, ReportsAStreamThatEndsBeforeTheWindow) {
  LiveCameraTerms patient = terms();
  patient.window = std::chrono::hours(1);
  LiveCamera camera(opened(), std::make_unique<FakeGrabber>(paced(10)), patient);
  auto picture = camera.next();
  while (picture && picture->has_value()) picture = camera.next();
  ASSERT_EQ(refusal(picture), "camera.stalled");
  EXPECT_EQ(picture.error().kind, ProblemKind::device_failure);
  EXPECT_EQ(refusal(camera.next()), "camera.stalled") << "and does not come back";
}

TEST(LiveCamera, ReportsADriverThatHangsAndLeavesItBehind) {
  struct Gate {
    std::mutex mutex;
    std::condition_variable opened;
    bool open = false;
    std::atomic<bool> passed{false};
  };
  const auto gate = std::make_shared<Gate>();
  LiveCameraTerms impatient = terms();
  impatient.stalled_after = milliseconds(60);
  {
    LiveCamera camera(opened(), std::make_unique<FakeGrabber>([gate] {
                        std::unique_lock lock(gate->mutex);
                        gate->opened.wait(lock, [&] { return gate->open; });
                        gate->passed = true;
                        return false;
                      }),
                      impatient);
    EXPECT_EQ(refusal(camera.next()), "camera.stalled");
  }
  EXPECT_FALSE(gate->passed) << "the camera is gone although its driver still hangs";
  {
    const std::lock_guard lock(gate->mutex);
    gate->open = true;
  }
  gate->opened.notify_all();
  while (gate.use_count() > 1)
    std::this_thread::sleep_for(milliseconds(1));  // what was left behind cleans up
}

TEST(LiveCamera, TakesTheNextFrameWhenOneIsDamaged) {
  auto grabber = std::make_unique<FakeGrabber>(paced(1'000'000));
  grabber->damaged_frames = 5;
  LiveCamera camera(opened(), std::move(grabber), terms());
  const auto picture = camera.next();
  ASSERT_TRUE(picture && picture->has_value());
  EXPECT_GT(testing::frame_number((*picture)->bgr), 5);
}

}  // namespace
}  // namespace preshift
