#include "real_spectrum.hpp"

#include "sounds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace preshift {
namespace {

TEST(RealSpectrum, ASineInABinHasItsMeanSquareThereAndAQuarterBeside) {
  RealSpectrum spectrum(64);
  const auto sound = test::sine(64, 5, -20, 1);
  const auto bins = spectrum.transform(sound.data());
  EXPECT_NEAR(std::norm(bins[5]), 0.01, 1e-6);
  EXPECT_NEAR(std::norm(bins[4]), 0.0025, 1e-6);  // a Hann window's neighbours are 6 dB lower
  EXPECT_NEAR(std::norm(bins[6]), 0.0025, 1e-6);
  EXPECT_NEAR(std::norm(bins[20]), 0, 1e-12);
}

TEST(RealSpectrum, IsTheSumThatDefinesIt) {
  constexpr std::size_t k_size = 32;
  RealSpectrum spectrum(k_size);
  const auto sound = test::white_noise(k_size, -10, 1, 7);
  const auto bins = spectrum.transform(sound.data());
  for (std::size_t k = 0; k < k_size / 2; ++k) {
    std::complex<double> sum;
    for (std::size_t i = 0; i < k_size; ++i) {
      const double turn = 2 * std::numbers::pi * static_cast<double>(i) / k_size;
      const double window = std::sqrt(8.0) / k_size * (0.5 - 0.5 * std::cos(turn));
      sum += window * static_cast<double>(sound[i]) * std::polar(1.0, -turn * static_cast<double>(k));
    }
    EXPECT_NEAR(std::abs(std::complex<double>(bins[k]) - sum), 0, 1e-6) << k;
  }
}

}  // namespace
}  // namespace preshift
