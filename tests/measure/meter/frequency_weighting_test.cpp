#include "frequency_weighting.hpp"

#include "sounds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace preshift {
namespace {

using std::numbers::pi;
using test::k_rates_hz;

struct Row {
  int band;  ///< the exact frequency is 1000 * 10^(band / 10) Hz
  double a_db;
  double c_db;
};

/// IEC 61672-1:2013, table 3.
constexpr Row k_table_3[] = {
    {-20, -70.4, -14.3}, {-19, -63.4, -11.2}, {-18, -56.7, -8.5}, {-17, -50.5, -6.2}, {-16, -44.7, -4.4},
    {-15, -39.4, -3.0},  {-14, -34.6, -2.0},  {-13, -30.2, -1.3}, {-12, -26.2, -0.8}, {-11, -22.5, -0.5},
    {-10, -19.1, -0.3},  {-9, -16.1, -0.2},   {-8, -13.4, -0.1},  {-7, -10.9, 0.0},   {-6, -8.6, 0.0},
    {-5, -6.6, 0.0},     {-4, -4.8, 0.0},     {-3, -3.2, 0.0},    {-2, -1.9, 0.0},    {-1, -0.8, 0.0},
    {0, 0.0, 0.0},       {1, 0.6, 0.0},       {2, 1.0, -0.1},     {3, 1.2, -0.2},     {4, 1.3, -0.3},
    {5, 1.2, -0.5},      {6, 1.0, -0.8},      {7, 0.5, -1.3},     {8, -0.1, -2.0},    {9, -1.1, -3.0},
    {10, -2.5, -4.4},    {11, -4.3, -6.2},    {12, -6.6, -8.5},   {13, -9.3, -11.2}};

double exact_hz(int band) {
  return 1000 * std::pow(10.0, band / 10.0);
}

/// What really comes out of the running cascade after a unit impulse, 0.4 s of it: 20 Hz poles have decayed
/// to 1e-20 by then.
std::vector<double> impulse_response(Weighting weighting, double rate_hz) {
  BiquadCascade cascade = design_weighting(weighting, rate_hz);
  std::vector<double> response(static_cast<std::size_t>(0.4 * rate_hz));
  for (std::size_t i = 0; i < response.size(); ++i) response[i] = cascade.filter(i == 0 ? 1 : 0);
  return response;
}

double gain_db(const std::vector<double>& response, double rate_hz, double frequency_hz) {
  const std::complex<double> step = std::polar(1.0, -2 * pi * frequency_hz / rate_hz);
  std::complex<double> sum = 0;
  for (auto sample = response.rbegin(); sample != response.rend(); ++sample) sum = sum * step + *sample;
  return 20 * std::log10(std::abs(sum));
}

double goal(const Row& row, Weighting weighting) {
  return weighting == Weighting::a ? row.a_db : row.c_db;
}

TEST(FrequencyWeighting, ItsDesignGoalIsTable3OfIec61672) {
  for (const Row& row : k_table_3)
    for (const Weighting weighting : {Weighting::a, Weighting::c})
      EXPECT_NEAR(design_goal_db(weighting, exact_hz(row.band)), goal(row, weighting), 0.05)
          << exact_hz(row.band);
}

TEST(FrequencyWeighting, MeetsEveryRowOfTable3AtEveryRate) {
  for (const double rate_hz : k_rates_hz) {
    for (const Weighting weighting : {Weighting::a, Weighting::c}) {
      const auto response = impulse_response(weighting, rate_hz);
      for (const Row& row : k_table_3) {
        if (exact_hz(row.band) > highest_valid_hz(rate_hz)) continue;
        // The table is rounded to 0.1 dB.
        EXPECT_NEAR(gain_db(response, rate_hz, exact_hz(row.band)), goal(row, weighting), 0.05 + 0.02)
            << rate_hz << " Hz sampling, " << exact_hz(row.band) << " Hz";
      }
    }
  }
}

TEST(FrequencyWeighting, KeepsWithinTwoHundredthsOfADecibelOfTheGoalInItsValidBand) {
  for (const double rate_hz : k_rates_hz) {
    for (const Weighting weighting : {Weighting::a, Weighting::c}) {
      const auto response = impulse_response(weighting, rate_hz);
      double worst_db = 0;
      for (double f = 10; f <= highest_valid_hz(rate_hz); f *= 1.05)
        worst_db = std::max(worst_db, std::abs(gain_db(response, rate_hz, f) - design_goal_db(weighting, f)));
      const double f = highest_valid_hz(rate_hz);
      worst_db = std::max(worst_db, std::abs(gain_db(response, rate_hz, f) - design_goal_db(weighting, f)));
      EXPECT_LT(worst_db, 0.02) << rate_hz;
      RecordProperty((weighting == Weighting::a ? "a_" : "c_") + std::to_string(std::lround(rate_hz)),
                     std::to_string(worst_db));
    }
  }
}

TEST(FrequencyWeighting, IsExactlyZeroDecibelAtOneKilohertz) {
  for (const double rate_hz : k_rates_hz)
    EXPECT_NEAR(gain_db(impulse_response(Weighting::a, rate_hz), rate_hz, 1000), 0, 1e-9) << rate_hz;
}

TEST(FrequencyWeighting, HoldsSixteenKilohertzAtTheUsualRates) {
  EXPECT_GE(highest_valid_hz(44100), 16000);
  EXPECT_GE(highest_valid_hz(48000), 16000);
  EXPECT_DOUBLE_EQ(highest_valid_hz(16000), 6400);
  EXPECT_DOUBLE_EQ(highest_valid_hz(192000), 20000);
}

TEST(FrequencyWeighting, DoesNotRiseAboveItsValidBand) {
  for (const double rate_hz : k_rates_hz) {
    const auto response = impulse_response(Weighting::a, rate_hz);
    const double nyquist_hz = rate_hz / 2;
    EXPECT_NEAR(gain_db(response, rate_hz, 0.9 * nyquist_hz), design_goal_db(Weighting::a, 0.9 * nyquist_hz),
                0.1);
    EXPECT_NEAR(gain_db(response, rate_hz, nyquist_hz), design_goal_db(Weighting::a, nyquist_hz), 0.6);
  }
}

TEST(FrequencyWeighting, LetsNoConstantThrough) {
  for (const double rate_hz : k_rates_hz) {
    BiquadCascade cascade = design_weighting(Weighting::a, rate_hz);
    double last = 0;
    for (int i = 0; i < static_cast<int>(rate_hz); ++i) last = cascade.filter(1);
    EXPECT_LT(std::abs(last), 1e-9) << rate_hz;
  }
}

TEST(FrequencyWeighting, IsStableAndMinimumPhaseAtAnyRate) {
  for (double rate_hz = 8000; rate_hz <= 192000; rate_hz += 1234.5) {
    const BiquadCascade cascade = design_weighting(Weighting::a, rate_hz);
    for (const Biquad& section : cascade.sections()) {
      EXPECT_LT(std::abs(section.a2), 1) << rate_hz;
      EXPECT_LT(std::abs(section.a1), 1 + section.a2) << rate_hz;
      EXPECT_LE(std::abs(section.b2 / section.b0), 1 + 1e-12) << rate_hz;
      EXPECT_LE(std::abs(section.b1 / section.b0), 1 + section.b2 / section.b0 + 1e-12) << rate_hz;
    }
  }
}

TEST(FrequencyWeighting, RoundsSoLittleThatALoudRumbleHidesNothing) {
  // 10 Hz at full scale through the 192 kHz filter, against the same filter in extended precision.
  constexpr double k_rate_hz = 192000;
  BiquadCascade cascade = design_weighting(Weighting::a, k_rate_hz);
  const auto sections = cascade.sections();
  long double memory[BiquadCascade::k_sections][2] = {};
  double noise = 0;
  constexpr int k_samples = 96000;
  for (int i = 0; i < k_samples; ++i) {
    const double input = std::sin(2 * pi * 10 * i / k_rate_hz);
    long double exact = input;
    for (std::size_t k = 0; k < BiquadCascade::k_sections; ++k) {
      const long double output = sections[k].b0 * exact + memory[k][0];
      memory[k][0] = sections[k].b1 * exact + memory[k][1] - sections[k].a1 * output;
      memory[k][1] = sections[k].b2 * exact - sections[k].a2 * output;
      exact = output;
    }
    noise += std::pow(cascade.filter(input) - static_cast<double>(exact), 2);
  }
  EXPECT_LT(10 * std::log10(noise / k_samples), -160);
}

}  // namespace
}  // namespace preshift
