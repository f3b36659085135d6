#include "log_mel_windows.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <numbers>
#include <sstream>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr double k_rate_hz = 16000;

/// The sounds of training/expected_inputs.py.
std::map<std::string, std::vector<float>> sounds() {
  std::map<std::string, std::vector<float>> made;
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < 2 * 16000; ++i) {
    const double time = static_cast<double>(i) / k_rate_hz;
    state = state * 48271 % 2147483647;
    const double noise = static_cast<double>(state) / 2147483647.0 - 0.5;
    const double turn = 2 * std::numbers::pi;
    made["silence"].push_back(0);
    made["sine"].push_back(static_cast<float>(0.5 * std::sin(turn * 1000 * time)));
    made["sweep"].push_back(static_cast<float>(0.1 * std::sin(turn * (100 + 1900 * time) * time)));
    made["noise"].push_back(static_cast<float>(0.02 * noise));
    made["bursts"].push_back(static_cast<float>(std::sin(turn * 3 * time) > 0.9 ? noise : 0));
    made["faint"].push_back(static_cast<float>(1e-5 * noise));
  }
  return made;
}

std::vector<std::vector<float>> windows_of(const std::vector<float>& samples, std::size_t piece) {
  std::vector<std::vector<float>> windows;
  LogMelWindows front_end(
      {}, [&](std::span<const float> input) { windows.emplace_back(input.begin(), input.end()); });
  for (std::size_t at = 0; at < samples.size(); at += piece)
    front_end.observe(std::span(samples).subspan(at, std::min(piece, samples.size() - at)));
  return windows;
}

TEST(FrontEnd, EqualsThatOfTheTraining) {
  std::ifstream file(PRESHIFT_SOURCE_DIR "/tests/measure/hearing/front_end.expected");
  const auto made = sounds();
  std::size_t compared = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string name;
    std::size_t count = 0;
    fields >> name >> count;
    const auto windows = windows_of(made.at(name), 777);
    ASSERT_EQ(windows.size(), count) << name;
    double expected = 0;
    for (std::size_t place = 0; fields >> expected; place += 37, ++compared)
      ASSERT_NEAR(static_cast<double>(windows.back().at(place)), expected, 1e-4)
          << name << ", place " << place;
  }
  EXPECT_EQ(compared, 6U * 87U);
}

TEST(FrontEnd, TheCutOfTheSamplesDoesNotMatter) {
  const auto samples = sounds().at("sweep");
  const auto whole = windows_of(samples, samples.size());
  for (const std::size_t piece : {1U, 13U, 320U, 4096U})
    EXPECT_EQ(windows_of(samples, piece), whole) << piece;
}

TEST(FrontEnd, TheGainLeavesNoTrace) {
  auto samples = sounds().at("noise");
  const auto before = windows_of(samples, 320);
  for (float& sample : samples) sample *= 10;
  const auto after = windows_of(samples, 320);
  for (std::size_t i = 0; i < before[0].size(); ++i) EXPECT_NEAR(before[0][i], after[0][i], 2e-3);
}

TEST(FrontEnd, ImpossibleShapesAreTold) {
  EXPECT_TRUE(is_possible({}));
  EXPECT_FALSE(is_possible({.frame = 500}));
  EXPECT_FALSE(is_possible({.hop = 0}));
  EXPECT_FALSE(is_possible({.hop = 513}));
  EXPECT_FALSE(is_possible({.bands = 0}));
  EXPECT_FALSE(is_possible({.lowest_hz = 8000}));
  EXPECT_FALSE(is_possible({.highest_hz = 8000}));
  EXPECT_FALSE(is_possible({.window_hop_frames = 51}));
  EXPECT_FALSE(is_possible({.range = std::nan("")}));
  EXPECT_FALSE(is_possible({.scale = 0}));
}

}  // namespace
}  // namespace preshift
