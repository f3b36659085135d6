#include "ring_buffer.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

namespace preshift {
namespace {

TEST(RingBuffer, GivesBackWhatWentInInOrderAcrossItsSeam) {
  RingBuffer<float> ring(8);
  std::array<float, 8> out{};
  float next_in = 0;
  float next_out = 0;
  for (int round = 0; round < 20; ++round) {
    const std::array<float, 5> in{next_in, next_in + 1, next_in + 2, next_in + 3, next_in + 4};
    next_in += 5;
    ring.push(in);
    ASSERT_EQ(ring.pop(out), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(out[i], next_out++);
  }
  EXPECT_EQ(ring.lost(), 0U);
}

TEST(RingBuffer, TakesABlockThatFillsItExactlyAndCountsOneThatDoesNotFitAsLost) {
  RingBuffer<float> ring(5);
  ASSERT_EQ(ring.capacity(), 8U) << "rounded up to a power of two";
  ring.push(std::vector<float>(8, 1.0F));
  EXPECT_EQ(ring.size(), 8U);
  ring.push(std::vector<float>(2, 2.0F));
  EXPECT_EQ(ring.lost(), 2U);
  EXPECT_EQ(ring.size(), 8U);
}

TEST(RingBuffer, TakesAllOfABlockOrNothing) {
  RingBuffer<float> ring(8);
  ring.push(std::vector<float>(6, 1.0F));
  ring.push(std::vector<float>(4, 2.0F));
  std::array<float, 8> out{};
  EXPECT_EQ(ring.pop(out), 6U) << "half a block would have swapped the channels";
  EXPECT_EQ(ring.lost(), 4U);
}

TEST(RingBuffer, DiscardsWithoutCountingItAsLost) {
  RingBuffer<float> ring(8);
  ring.push(std::array<float, 4>{1, 2, 3, 4});
  EXPECT_EQ(ring.discard(3), 3U);
  std::array<float, 8> out{};
  ASSERT_EQ(ring.pop(out), 1U);
  EXPECT_EQ(out[0], 4.0F);
  EXPECT_EQ(ring.discard(3), 0U);
  EXPECT_EQ(ring.lost(), 0U);
}

TEST(RingBuffer, LosesNothingUncountedBetweenTwoThreads) {
  constexpr std::size_t k_total = 500'000;
  RingBuffer<float> ring(1024);
  std::thread writer([&] {
    std::vector<float> block;
    for (std::size_t next = 0; next < k_total; next += block.size()) {
      block.resize(std::min<std::size_t>(1 + next % 97, k_total - next));
      std::iota(block.begin(), block.end(), static_cast<float>(next));
      ring.push(block);
      if (next % 7 == 0) std::this_thread::yield();
    }
  });
  std::vector<float> out(300);
  std::size_t received = 0;
  float last = -1;
  bool ascending = true;
  while (received + ring.lost() < k_total) {
    const std::size_t count = ring.pop(out);
    if (count == 0) std::this_thread::yield();
    for (std::size_t i = 0; i < count; ++i) {
      ascending = ascending && out[i] > last;
      last = out[i];
    }
    received += count;
  }
  writer.join();
  EXPECT_TRUE(ascending);
  EXPECT_EQ(received + ring.lost(), k_total);
  EXPECT_GT(received, 0U);
}

TEST(RingBuffer, KeepsStereoFramesWholeBetweenTwoThreadsThoughItOverflows) {
  constexpr int k_frames = 500'000;
  constexpr int k_frames_a_block = 37;
  RingBuffer<float> ring(256);
  std::atomic<bool> done{false};
  std::thread writer([&] {
    std::vector<float> block;
    for (int frame = 0; frame < k_frames; ++frame) {
      block.push_back(static_cast<float>(frame));
      block.push_back(-static_cast<float>(frame));
      if (block.size() < 2 * k_frames_a_block) continue;
      ring.push(block);
      block.clear();
    }
    done = true;
  });
  std::vector<float> out(100);
  std::size_t broken = 0;
  std::size_t received = 0;
  while (!done || ring.size() > 0) {
    const std::size_t count = ring.pop(out);
    for (std::size_t i = 0; i + 1 < count; i += 2) broken += out[i] == -out[i + 1] ? 0 : 1;
    broken += count % 2;
    received += count + ring.discard(2);
  }
  writer.join();
  EXPECT_EQ(broken, 0U);
  EXPECT_EQ(received + ring.lost(), 2U * k_frames_a_block * (k_frames / k_frames_a_block));
}

}  // namespace
}  // namespace preshift
