#include "sound_observer.hpp"

#include "measures.hpp"
#include "observed.hpp"
#include "sounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace preshift {
namespace {

using namespace test;
using ::testing::ElementsAreArray;

Sound interleave(const std::vector<Sound>& channels) {
  Sound frames;
  for (std::size_t i = 0; i < channels.front().size(); ++i)
    for (const Sound& channel : channels) frames.push_back(channel[i]);
  return frames;
}

/// Every number of a set of measurements, in order.
std::vector<double> numbers(const Measurements& measurements) {
  std::vector<double> all;
  for (const Measurement& measurement : measurements) {
    const Quantity quantity = quantity_of(measurements, measurement.name);
    all.insert(all.end(), {quantity.value, quantity.expanded_uncertainty});
  }
  return all;
}

TEST(SoundObserver, DeliversEveryMeasureOfTheMicrophoneOnceInTheCataloguesOrder) {
  std::vector<std::string> expected;
  for (const Measure& measure : measures())
    if (measure.sensor == Sensor::microphone) expected.emplace_back(measure.name);
  for (const double seconds : {0.0, 0.5, 2.0}) {
    std::vector<std::string> names;
    for (const Measurement& measurement : measure(sine(8000, 1000, -30, seconds), 8000))
      names.push_back(measurement.name);
    EXPECT_THAT(names, ElementsAreArray(expected)) << seconds;
  }
}

TEST(SoundObserver, AOneKilohertzSineReadsItsLevelAtEveryRate) {
  for (const double rate_hz : k_rates_hz) {
    const auto measured = measure(sine(rate_hz, 1000, -26, 2), rate_hz, 1, FullScale{120, 1});
    EXPECT_NEAR(value_of(measured, "sound.laeq"), 94, 0.01) << rate_hz;
    for (const std::string_view name : k_levels)
      EXPECT_NEAR(value_of(measured, name), 94, 0.06) << rate_hz << name;
  }
}

TEST(SoundObserver, AFullScaleSineIsMinus3DecibelsReFullScale) {
  const auto measured = measure(sine(48000, 1000, -3.0103, 2), 48000);
  EXPECT_NEAR(value_of(measured, "sound.laeq"), -3.01, 0.01);
  EXPECT_EQ(find(measured, "sound.laeq").unit, units::k_dbfs);
}

TEST(SoundObserver, CalibrationAddsItsLevelAndItsUncertainty) {
  const Sound sound = sine(48000, 1000, -60, 5);
  const auto plain = measure(sound, 48000);
  const auto calibrated = measure(sound, 48000, 1, FullScale{120, 1.0});
  EXPECT_EQ(find(calibrated, "sound.laeq").unit, units::k_dba);
  for (const std::string_view name : k_levels) {
    EXPECT_NEAR(value_of(calibrated, name), value_of(plain, name) + 120, 1e-9);
    const double processing = 2 * 0.1 / std::sqrt(3.0);
    EXPECT_NEAR(quantity_of(plain, name).expanded_uncertainty, processing, 0.01);
    EXPECT_NEAR(quantity_of(calibrated, name).expanded_uncertainty, std::hypot(2, processing), 0.01);
  }
}

TEST(SoundObserver, NoiseOfShortDurationIsLessCertain) {
  const auto uncertainty = [](double seconds) {
    return quantity_of(measure(white_noise(8000, -40, seconds, 3), 8000), "sound.laf90").expanded_uncertainty;
  };
  EXPECT_GT(uncertainty(1), uncertainty(30));
}

TEST(SoundObserver, BlocksOfAnySizeGiveTheSameNumbersBitForBit) {
  const Sound sound = interleave({white_noise(11025, -40, 3.21, 1), white_noise(11025, -50, 3.21, 2)});
  const auto whole = numbers(measure(sound, 11025, 2));
  for (const std::size_t frames : {1U, 7U, 64U, 1000U, 4096U}) {
    SoundObserver observer(11025, 2, std::nullopt);
    for (std::size_t first = 0; first < sound.size(); first += 2 * frames)
      observer.observe(std::span(sound).subspan(first, std::min(2 * frames, sound.size() - first)));
    EXPECT_THAT(numbers(observer.measurements()), ElementsAreArray(whole)) << frames;
  }
}

TEST(SoundObserver, AskingInBetweenChangesNothing) {
  const Sound sound = white_noise(16000, -40, 2.5, 1);
  SoundObserver observer(16000, 1, std::nullopt);
  for (std::size_t first = 0; first < sound.size(); first += 1000) {
    observer.observe(std::span(sound).subspan(first, 1000));
    EXPECT_FALSE(observer.measurements().empty());
  }
  EXPECT_THAT(numbers(observer.measurements()), ElementsAreArray(numbers(measure(sound, 16000))));
}

TEST(SoundObserver, OfTwoChannelsTheLouderOneIsReported) {
  const Sound loud = sine(48000, 1000, -20, 2);
  const Sound soft = sine(48000, 1000, -50, 2);
  for (const auto& channels : {std::vector{loud, soft}, std::vector{soft, loud}})
    EXPECT_NEAR(value_of(measure(interleave(channels), 48000, 2), "sound.laeq"), -20, 0.01);
}

TEST(SoundObserver, OppositeChannelsDoNotCancel) {
  Sound opposite = sine(48000, 1000, -20, 2);
  for (float& sample : opposite) sample = -sample;
  EXPECT_NEAR(value_of(measure(interleave({sine(48000, 1000, -20, 2), opposite}), 48000, 2), "sound.laeq"),
              -20, 0.01);
}

TEST(SoundObserver, ADeadChannelBesideALiveOneDoesNotHideIt) {
  const auto measured = measure(interleave({silence(48000, 2), sine(48000, 1000, -40, 2)}), 48000, 2);
  EXPECT_NEAR(value_of(measured, "sound.laeq"), -40, 0.01);
  EXPECT_EQ(value_of(measured, "sound.silence"), 0);
}

TEST(SoundObserver, DigitalSilenceIsAMutedMicrophoneAndNotAQuietRoom) {
  for (const float constant : {0.0F, 0.2F}) {
    const auto measured = measure(Sound(96000, constant), 48000, 1, FullScale{120, 1});
    for (const std::string_view name : k_levels) EXPECT_EQ(reason_of(measured, name), "sound.muted");
    EXPECT_EQ(value_of(measured, "sound.silence"), 100);
    EXPECT_EQ(value_of(measured, "sound.duration"), 2);
  }
}

TEST(SoundObserver, AMicrophoneThatIsMutedForPartOfTheTimeLeavesTheLevelsUnknown) {
  const Sound noise = white_noise(48000, -40, 8.5, 1);
  const auto muted = measure(noise + silence(48000, 1.5), 48000);
  EXPECT_EQ(reason_of(muted, "sound.laeq"), "sound.muted");
  EXPECT_NEAR(value_of(muted, "sound.silence"), 15, 1.01);
  const auto gap = measure(noise + silence(48000, 0.5), 48000);
  EXPECT_EQ(reason_of(gap, "sound.laeq"), "");
  EXPECT_NEAR(value_of(gap, "sound.silence"), 100 * 0.5 / 9, 1.2);
}

TEST(SoundObserver, LessThanASecondIsTooShortForALevel) {
  const auto measured = measure(sine(48000, 1000, -20, 0.999), 48000);
  for (const std::string_view name : k_levels) EXPECT_EQ(reason_of(measured, name), "sound.too_short");
  EXPECT_EQ(value_of(measured, "sound.clipping"), 0);
  EXPECT_NEAR(value_of(measured, "sound.duration"), 0.999, 1e-4);
  EXPECT_EQ(reason_of(measure(sine(48000, 1000, -20, 1), 48000), "sound.laeq"), "");
}

TEST(SoundObserver, NoSoundAtAllLeavesAllButTheDurationUnknown) {
  const auto measured = measure({}, 48000, 2);
  for (const Measurement& measurement : measured) {
    if (measurement.name == "sound.duration") continue;
    EXPECT_EQ(reason_of(measured, measurement.name), "sound.too_short") << measurement.name;
  }
  EXPECT_EQ(value_of(measured, "sound.duration"), 0);
}

TEST(SoundObserver, SoundThatTheEarCannotHearIsBelowTheFloor) {
  // 2 Hz moves by more than a 16-bit step in every 100 ms, and A lowers it by 120 dB.
  const auto measured = measure(sine(48000, 2, -63, 5), 48000);
  EXPECT_EQ(value_of(measured, "sound.silence"), 0);
  for (const std::string_view name : {"sound.laf50", "sound.laf90"})
    EXPECT_EQ(reason_of(measured, name), "sound.below_floor") << name;
}

TEST(SoundObserver, ClippingIsAShareOfTheSound) {
  Sound sound = sine(48000, 200, 0, 3);
  for (float& sample : sound) sample = std::clamp(sample, -1.0F, 32767.0F / 32768);
  // sqrt(2) |sin| exceeds 1 for half of the time.
  EXPECT_NEAR(value_of(measure(sound, 48000), "sound.clipping"), 50, 1);
  EXPECT_EQ(value_of(measure(sine(48000, 1000, -10, 3), 48000), "sound.clipping"), 0);
}

TEST(SoundObserver, TheMomentaryLevelFollowsTheLoudestChannelAndStaysFinite) {
  SoundObserver observer(48000, 2, FullScale{120, 1});
  EXPECT_TRUE(std::isfinite(observer.momentary_level()));
  observer.observe(interleave({sine(48000, 1000, -60, 1), sine(48000, 1000, -40, 1)}));
  EXPECT_NEAR(observer.momentary_level(), 80, 0.05);
  EXPECT_EQ(observer.level_unit(), units::k_dba);
  EXPECT_DOUBLE_EQ(observer.seconds(), 1);
}

TEST(SoundObserver, ValuesFarBeyondFullScaleGiveNumbersNotNonsense) {
  const auto measured = measure(sine(48000, 1000, 80, 2), 48000);
  EXPECT_NEAR(value_of(measured, "sound.laeq"), 80, 0.01);
  EXPECT_NEAR(value_of(measured, "sound.laf50"), 80, 0.05);
}

}  // namespace
}  // namespace preshift
