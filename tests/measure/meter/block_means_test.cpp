#include "block_means.hpp"

#include "sounds.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace preshift {
namespace {

/// x(i) = mean + r (x(i-1) - mean) + noise, of variance 1.
class Autoregression {
 public:
  Autoregression(double mean, double r, std::uint64_t seed) : m_mean(mean), m_r(r), m_normal(seed) {
    m_deviation = m_normal();
  }
  double operator()() {
    m_deviation = m_r * m_deviation + std::sqrt(1 - m_r * m_r) * m_normal();
    return m_mean + m_deviation;
  }

 private:
  double m_mean;
  double m_r;
  test::NormalRandom m_normal;
  double m_deviation = 0;
};

/// Share of seeds for which the mean stated with k = 2 contains the true one.
double coverage(double r, int values) {
  constexpr int k_seeds = 1000;
  int covered = 0;
  for (int seed = 0; seed < k_seeds; ++seed) {
    Autoregression series(5, r, static_cast<std::uint64_t>(seed));
    BlockMeans blocks;
    for (int i = 0; i < values; ++i) blocks.add(series());
    covered += std::abs(blocks.mean() - 5) <= 2 * blocks.spread().standard_uncertainty;
  }
  return static_cast<double>(covered) / k_seeds;
}

TEST(BlockMeans, CoversTheTrueMeanOfIndependentValuesAbout95PercentOfTheTime) {
  EXPECT_GT(coverage(0, 20), 0.93);
  EXPECT_GT(coverage(0, 100), 0.94);
  EXPECT_LT(coverage(0, 100), 0.99);
}

TEST(BlockMeans, CoversTheTrueMeanOfDependentValuesAsWell) {
  EXPECT_GT(coverage(0.5, 200), 0.92);
  EXPECT_GT(coverage(0.9, 2000), 0.92);
  EXPECT_LT(coverage(0.9, 2000), 0.99);
  EXPECT_GT(coverage(0.99, 20000), 0.92);
}

TEST(BlockMeans, CountsAsManyIndependentBlocksAsThereAre) {
  // An autoregression of n values is worth n (1 - r) / (1 + r) independent ones.
  double independent = 0;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Autoregression series(0, 0.8, seed);
    BlockMeans blocks;
    for (int i = 0; i < 250; ++i) blocks.add(series());
    independent += blocks.spread().independent_blocks / 50;
  }
  EXPECT_NEAR(independent, 250 * 0.2 / 1.8, 8);
}

TEST(BlockMeans, MergingKeepsTheMeanOfEverything) {
  BlockMeans blocks;
  for (int i = 0; i < 1024; ++i) blocks.add(i);
  EXPECT_DOUBLE_EQ(blocks.mean(), 511.5);
}

TEST(BlockMeans, AConstantHasNoSpread) {
  BlockMeans blocks;
  for (int i = 0; i < 300; ++i) blocks.add(0.1);
  EXPECT_EQ(blocks.spread().standard_uncertainty, 0);
  EXPECT_EQ(BlockMeans().spread().standard_uncertainty, 0);
}

}  // namespace
}  // namespace preshift
