#include "band_meter.hpp"

#include "sounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <string>

namespace preshift {
namespace {

using namespace test;
using std::numbers::pi;

constexpr std::size_t k_block = 480;

void feed(BandMeter& meter, const Sound& sound) {
  for (std::size_t first = 0; first < sound.size(); first += k_block)
    meter.observe(sound.data() + first, std::min(k_block, sound.size() - first), 0);
}

/// A meter that has heard nothing. The design takes some milliseconds, a copy does not.
BandMeter fresh_meter(double rate_hz) {
  static std::map<double, BandMeter> meters;
  return meters.try_emplace(rate_hz, rate_hz).first->second;
}

/// What a band reads for a sine, re the sine, after it has settled; -inf below all.
double reading(double rate_hz, int band, int bands_per_octave, double frequency_hz) {
  BandMeter meter = fresh_meter(rate_hz);
  const int narrowest = bands_per_octave == 1 ? band - 1 : band;
  feed(meter, sine(rate_hz, frequency_hz, 0, std::max(4 * BandMeter::settling_seconds(narrowest), 0.1)));
  return (bands_per_octave == 1 ? meter.octave(band) : meter.third_octave(band)).value().dbfs;
}

double breakpoint(int bands_per_octave, double x) {
  const double g = std::pow(10.0, 0.3);
  return 1 + (std::pow(g, 0.5 / bands_per_octave) - 1) / (std::pow(g, 0.5) - 1) * (std::pow(g, x) - 1);
}

TEST(BandDesign, ItsMaskIsTable1OfIec61260) {
  // Ratios as acoustics texts print them, and both limits just inside and just outside of each.
  EXPECT_NEAR(breakpoint(1, 3), 7.94328, 1e-5);
  EXPECT_NEAR(breakpoint(3, 3), 3.05365, 1e-5);
  for (const int fraction : {1, 3}) {
    EXPECT_DOUBLE_EQ(class_1_limits(fraction, 1).most, 0.4);
    EXPECT_NEAR(class_1_limits(fraction, breakpoint(fraction, 0.375)).most, 1.4, 1e-9);
    EXPECT_NEAR(class_1_limits(fraction, breakpoint(fraction, 0.5) - 1e-9).most, 5.3, 1e-4);
    EXPECT_NEAR(class_1_limits(fraction, breakpoint(fraction, 0.5) + 1e-9).least, 1.2, 1e-4);
    EXPECT_NEAR(class_1_limits(fraction, 1 / breakpoint(fraction, 1)).least, 16.6, 1e-9);
    EXPECT_NEAR(class_1_limits(fraction, breakpoint(fraction, 2)).least, 40.5, 1e-9);
    EXPECT_NEAR(class_1_limits(fraction, breakpoint(fraction, 3)).least, 60, 1e-9);
    EXPECT_DOUBLE_EQ(class_1_limits(fraction, 1 / breakpoint(fraction, 4.1)).least, 70);
  }
}

class FilterMask : public ::testing::TestWithParam<double> {};

/// Steady sines at and between the breakpoints, on both sides, for every band from 100 Hz on (lower ones are
/// the same filters at half of the rate, half of the rate and so on; one octave of them is tested as well).
TEST_P(FilterMask, EveryThirdOctaveBandKeepsInside) {
  const double rate_hz = GetParam();
  const BandMeter probe = fresh_meter(rate_hz);
  for (int third = -10; third <= k_highest_third; ++third) {
    if (!probe.covers_third(third)) continue;
    const double at_middle = reading(rate_hz, third, 3, midband_hz(third));
    EXPECT_NEAR(at_middle, 0, 0.03) << third;
    for (const double x : {0.125, 0.25, 0.375, 0.49, 0.51, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0}) {
      for (const double ratio : {breakpoint(3, x), 1 / breakpoint(3, x)}) {
        const double hz = ratio * midband_hz(third);
        if (hz >= rate_hz / 2) continue;
        const double attenuation = at_middle - reading(rate_hz, third, 3, hz);
        const AttenuationLimits limits = class_1_limits(3, ratio);
        EXPECT_GE(attenuation, limits.least) << third << " at " << ratio;
        EXPECT_LE(attenuation, limits.most) << third << " at " << ratio;
      }
    }
  }
}

TEST_P(FilterMask, EveryOctaveBandKeepsInside) {
  const double rate_hz = GetParam();
  for (int octave = -9; octave <= k_highest_octave; octave += 3) {
    if (!fresh_meter(rate_hz).covers_third(octave + 1)) continue;
    const double at_middle = reading(rate_hz, octave, 1, midband_hz(octave));
    for (const double x : {0.125, 0.25, 0.375, 0.49, 0.51, 1.0, 2.0, 3.0}) {
      for (const double ratio : {breakpoint(1, x), 1 / breakpoint(1, x)}) {
        const double hz = ratio * midband_hz(octave);
        if (hz >= rate_hz / 2) continue;
        const double attenuation = at_middle - reading(rate_hz, octave, 1, hz);
        const AttenuationLimits limits = class_1_limits(1, ratio);
        EXPECT_GE(attenuation, limits.least) << octave << " at " << ratio;
        EXPECT_LE(attenuation, limits.most) << octave << " at " << ratio;
      }
    }
  }
}

TEST_P(FilterMask, NothingFoldsIntoABandFromAnyFrequency) {
  // Every frequency up to Nyquist, at once for all bands: where does it show?
  const double rate_hz = GetParam();
  for (double hz = 50; hz < rate_hz / 2; hz *= 1.04) {
    BandMeter meter = fresh_meter(rate_hz);
    feed(meter, sine(rate_hz, hz, 0, 0.25));
    for (int third = -4; third <= k_highest_third; ++third) {
      const auto level = meter.third_octave(third);
      if (!level) continue;
      const AttenuationLimits limits = class_1_limits(3, hz / midband_hz(third));
      EXPECT_LE(level->dbfs, 0.03 - limits.least) << hz << " Hz in " << midband_hz(third);
      EXPECT_GE(level->dbfs, -0.03 - limits.most) << hz << " Hz in " << midband_hz(third);
    }
  }
}

TEST_P(FilterMask, TheSumOfNeighboursIsTheToneWhereverItLies) {
  const double rate_hz = GetParam();
  for (double position = -6; position < 6; position += 0.25) {
    const double hz = 1000 * std::pow(10.0, position / 10);
    if (hz > 0.35 * rate_hz) continue;
    BandMeter meter = fresh_meter(rate_hz);
    feed(meter, sine(rate_hz, hz, 0, 0.5));
    double energy = 0;
    for (int third = -9; third <= 9; ++third)
      if (const auto level = meter.third_octave(third)) energy += std::pow(10.0, level->dbfs / 10);
    EXPECT_GT(10 * std::log10(energy), -1.8) << hz;  // IEC 61260-1, class 1
    EXPECT_LT(10 * std::log10(energy), 0.8) << hz;
  }
}

INSTANTIATE_TEST_SUITE_P(AtRate, FilterMask,
                         ::testing::Values(8000, 16000, 22050, 44100, 48000, 96000, 192000),
                         [](const auto& tested) { return std::to_string(std::lround(tested.param)); });

TEST(BandMeter, TheLowestBandsKeepInsideTheMaskAsWell) {
  for (const double rate_hz : {8000.0, 44100.0, 48000.0}) {
    for (const int third : {-22, -20}) {
      const double at_middle = reading(rate_hz, third, 3, midband_hz(third));
      EXPECT_NEAR(at_middle, 0, 0.03);
      for (const double x : {0.25, 0.49, 0.51, 1.0, 2.0, 3.0, 4.0}) {
        for (const double ratio : {breakpoint(3, x), 1 / breakpoint(3, x)}) {
          const double attenuation = at_middle - reading(rate_hz, third, 3, ratio * midband_hz(third));
          EXPECT_GE(attenuation, class_1_limits(3, ratio).least) << third << " at " << ratio;
          EXPECT_LE(attenuation, class_1_limits(3, ratio).most) << third << " at " << ratio;
        }
      }
    }
  }
}

TEST(BandMeter, WhiteNoiseHasThreeDecibelsPerOctaveAndEveryBandItsBandwidth) {
  BandMeter meter(48000);
  feed(meter, white_noise(48000, -20, 60, 5));
  for (int third = -10; third <= k_highest_third; ++third) {
    const BandLevel level = meter.third_octave(third).value();
    // What a Butterworth band-pass of fourth order passes, but near Nyquist; and of white noise a little more
    // lies above the middle of the filter's slopes.
    const double effective_width = midband_hz(third) < 0.25 * 48000 ? (pi / 8) / std::sin(pi / 8) : 1;
    EXPECT_NEAR(level.dbfs, -20 + 10 * std::log10(effective_width * bandwidth_hz(third) / 24000),
                0.06 + 3 * level.averaging_uncertainty)
        << third;
    const double expected = 4.343 / std::sqrt(bandwidth_hz(third) * level.seconds);
    EXPECT_NEAR(level.averaging_uncertainty / expected, 1, 0.6) << third;
  }
}

TEST(BandMeter, BandsThatTheRateDoesNotHoldAreUnknown) {
  const auto highest = [](double rate_hz) {
    int third = k_highest_third;
    while (!fresh_meter(rate_hz).covers_third(third)) --third;
    return third;
  };
  EXPECT_EQ(highest(8000), 5);    // 3.15 kHz
  EXPECT_EQ(highest(16000), 8);   // 6.3 kHz
  EXPECT_EQ(highest(22050), 9);   // 8 kHz
  EXPECT_EQ(highest(44100), 12);  // 16 kHz: 20 kHz would reach beyond Nyquist
  EXPECT_EQ(highest(48000), 13);
  BandMeter meter(16000);
  feed(meter, white_noise(16000, -20, 3, 1));
  EXPECT_FALSE(meter.third_octave(9).has_value());
  EXPECT_FALSE(meter.octave(9).has_value());
  EXPECT_TRUE(meter.octave(6).has_value());
}

TEST(BandMeter, ALowBandIsUnknownUntilItsFilterCanTell) {
  BandMeter meter(48000);
  feed(meter, white_noise(48000, -20, 2.4, 1));
  EXPECT_FALSE(meter.third_octave(-22).has_value());
  EXPECT_TRUE(meter.third_octave(-10).has_value());
  feed(meter, white_noise(48000, -20, 0.6, 2));
  EXPECT_TRUE(meter.third_octave(-22).has_value());
  EXPECT_NEAR(BandMeter::settling_seconds(-22), 2.06, 0.01);
}

TEST(BandMeter, ADecayIntoDigitalSilenceIsNoLevel) {
  BandMeter meter(48000);
  feed(meter, silence(48000, 5));
  EXPECT_EQ(meter.third_octave(0)->dbfs, -INFINITY);
  EXPECT_EQ(meter.octave(0)->dbfs, -INFINITY);
}

}  // namespace
}  // namespace preshift
