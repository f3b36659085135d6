#include "live_window.hpp"

#include "refusals.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::refusal;

constexpr double k_rate_hz = 1000;  // 100 ms are 100 frames

LiveWindowTerms terms(std::size_t channels = 1) {
  return {.device = "mic",
          .rate_hz = k_rate_hz,
          .channels = channels,
          .window = milliseconds(100),
          .patience = milliseconds(10),
          .stalled_after = std::chrono::hours(1)};
}

bool always() {
  return true;
}
bool never() {
  return false;
}

/// Starts the window, which throws away what is in the ring.
void start(LiveWindow& window) {
  std::vector<float> nothing(2);
  ASSERT_EQ(*window.read(nothing), 0U);
}

TEST(LiveWindow, BeginsAtTheFirstReadAndEndsAfterTheWindow) {
  RingBuffer<float> ring(1024);
  ring.push(std::vector<float>(50, -1.0F));
  LiveWindow window(terms(), ring, &always);
  start(window);
  ring.push(std::vector<float>(150, 0.5F));
  std::vector<float> block(1000);
  ASSERT_EQ(*window.read(block), 100U) << "the window, not what is there";
  EXPECT_EQ(block[0], 0.5F) << "what came before the first read is not in it";
  EXPECT_TRUE(window.at_end());
  EXPECT_EQ(*window.read(block), 0U);
}

TEST(LiveWindow, DeliversWholeFramesOnly) {
  RingBuffer<float> ring(1024);
  LiveWindow window(terms(2), ring, &always);
  start(window);
  ring.push(std::vector<float>(20, 0.5F));
  std::vector<float> odd(7);
  EXPECT_EQ(*window.read(odd), 6U);
}

TEST(LiveWindow, ReturnsEmptyHandedWhileADeviceIsOnlySlow) {
  RingBuffer<float> ring(1024);
  LiveWindow window(terms(), ring, &always);
  std::vector<float> block(10);
  const auto read = window.read(block);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, 0U);
  EXPECT_FALSE(window.at_end());
}

TEST(LiveWindow, GivesUpOnADeviceThatStaysSilentAndTellsHowMuchItGave) {
  RingBuffer<float> ring(1024);
  LiveWindowTerms impatient = terms();
  impatient.stalled_after = milliseconds(60);
  LiveWindow window(impatient, ring, &always);
  start(window);
  ring.push(std::vector<float>(50, 0.5F));
  std::vector<float> block(100);
  ASSERT_EQ(*window.read(block), 50U);
  auto read = window.read(block);
  while (read) read = window.read(block);
  ASSERT_EQ(refusal(read), "microphone.stalled");
  EXPECT_EQ(read.error().kind, ProblemKind::device_failure);
  EXPECT_EQ(std::get<double>(read.error().message.arguments.at(1)), 0.05);
  EXPECT_TRUE(window.stalled());
}

TEST(LiveWindow, GivesUpAtOnceWhenTheStreamHasEndedButOnlyAfterItsLastSound) {
  RingBuffer<float> ring(1024);
  bool running = true;
  LiveWindow window(terms(), ring, [&] { return running; });
  start(window);
  ring.push(std::vector<float>(30, 0.5F));
  running = false;
  std::vector<float> block(100);
  EXPECT_EQ(*window.read(block), 30U);
  EXPECT_EQ(refusal(window.read(block)), "microphone.stalled");
}

TEST(LiveWindow, RefusesASoundWithHoles) {
  RingBuffer<float> ring(64);
  LiveWindow window(terms(), ring, &always);
  start(window);
  ring.push(std::vector<float>(64, 0.5F));
  ring.push(std::vector<float>(2, 0.5F));
  std::vector<float> block(100);
  const auto read = window.read(block);
  ASSERT_EQ(refusal(read), "microphone.interrupted") << "2 % of the window were lost";
  EXPECT_EQ(std::get<double>(read.error().message.arguments.at(1)), 0.002);
}

TEST(LiveWindow, CountsTheSoundThatAFullRingLoses) {
  RingBuffer<float> ring(64);
  LiveWindowTerms long_one = terms(2);
  long_one.window = milliseconds(1000);
  LiveWindow window(long_one, ring, &always);
  start(window);
  std::vector<float> block(100);
  ring.push(std::vector<float>(64, 0.5F));
  EXPECT_EQ(window.lost_seconds(), 0);
  ring.push(std::vector<float>(20, 0.5F));
  ASSERT_EQ(*window.read(block), 64U);
  EXPECT_EQ(window.lost_seconds(), 0.01) << "10 frames of two channels did not fit, 1 % of the window";
  ring.push(std::vector<float>(20, 0.5F));
  ASSERT_EQ(*window.read(block), 20U) << "what follows fits again";
  EXPECT_EQ(window.lost_seconds(), 0.01);
}

TEST(LiveWindow, CountsWhatTheDriverLost) {
  RingBuffer<float> ring(1024);
  LiveWindowTerms long_one = terms();
  long_one.window = milliseconds(1000);
  LiveWindow window(long_one, ring, &always);
  start(window);
  ring.count_lost(5);
  ring.push(std::vector<float>(20, 0.5F));
  std::vector<float> block(100);
  ASSERT_EQ(*window.read(block), 20U);
  EXPECT_EQ(window.lost_seconds(), 0.005);
}

TEST(LiveWindow, ForgivesWhatWasLostBeforeItBegan) {
  RingBuffer<float> ring(64);
  ring.push(std::vector<float>(64, 0.5F));
  ring.push(std::vector<float>(64, 0.5F));
  LiveWindow window(terms(), ring, &always);
  start(window);
  ring.push(std::vector<float>(10, 0.5F));
  std::vector<float> block(100);
  EXPECT_EQ(*window.read(block), 10U);
  EXPECT_EQ(window.lost_seconds(), 0);
}

TEST(LiveWindow, WaitsForSoundThatAnotherThreadBrings) {
  RingBuffer<float> ring(1024);
  LiveWindowTerms patient = terms();
  patient.patience = std::chrono::hours(1);
  LiveWindow window(patient, ring, &never);
  std::vector<float> block(100);
  std::atomic<bool> heard{false};
  std::jthread device([&] {
    // What is pushed before the window begins is thrown away, so go on until some is taken.
    while (!heard) {
      ring.push(std::vector<float>(20, 0.5F));
      std::this_thread::sleep_for(milliseconds(1));
    }
  });
  EXPECT_GE(*window.read(block), 20U);
  heard = true;
}

}  // namespace
}  // namespace preshift
