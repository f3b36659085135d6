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
using ::testing::UnorderedElementsAreArray;

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
    if (const auto* quantity = std::get_if<Quantity>(&measurement.outcome))
      all.insert(all.end(), {quantity->value, quantity->expanded_uncertainty});
  }
  EXPECT_GT(all.size(), 40U);
  return all;
}

TEST(SoundObserver, DeliversEveryMeasureOfTheMicrophoneThatNeedsNoCalibrationOnceInTheCataloguesUnit) {
  std::vector<std::string> expected;
  for (const Measure& measure : measures()) {
    // The challenge has a listener of its own (challenge_sensing.hpp).
    const bool is_rating = measure.name == "sound.nc" || measure.name == "sound.nr";
    if (measure.sensor == Sensor::microphone && !is_rating && !measure.name.starts_with("challenge."))
      expected.emplace_back(measure.name);
  }
  for (const double seconds : {0.0, 0.5, 2.0}) {
    std::vector<std::string> names;
    for (const Measurement& each : check(sine(8000, 1000, -30, seconds), check_plan(8000))) {
      names.push_back(each.name);
      const std::string_view unit = find_measure(each.name)->unit;
      EXPECT_TRUE(each.unit == unit || each.unit == units::k_dbfs) << each.name << ' ' << each.unit;
    }
    EXPECT_THAT(names, UnorderedElementsAreArray(expected)) << seconds;
  }
}

TEST(SoundObserver, AOneKilohertzSineReadsItsLevelAtEveryRate) {
  for (const double rate_hz : k_rates_hz) {
    const auto measured = measure(sine(rate_hz, 1000, -26, 2), rate_hz);
    EXPECT_NEAR(value_of(measured, "sound.laeq"), -26, 0.01) << rate_hz;
    for (const std::string_view name : k_levels)
      EXPECT_NEAR(value_of(measured, name), -26, 0.06) << rate_hz << name;
  }
}

TEST(SoundObserver, AFullScaleSineIsMinus3DecibelsReFullScale) {
  const auto measured = measure(sine(48000, 1000, -3.0103, 2), 48000);
  EXPECT_NEAR(value_of(measured, "sound.laeq"), -3.01, 0.01);
  EXPECT_EQ(find(measured, "sound.laeq").unit, units::k_dbfs);
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
    SoundObserver observer({Purpose::meter, 11025, 2, std::nullopt, {}});
    for (std::size_t first = 0; first < sound.size(); first += 2 * frames)
      observer.observe(std::span(sound).subspan(first, std::min(2 * frames, sound.size() - first)));
    EXPECT_THAT(numbers(observer.measurements({})), ElementsAreArray(whole)) << frames;
  }
}

TEST(SoundObserver, AskingInBetweenChangesNothing) {
  const Sound sound = white_noise(16000, -40, 2.5, 1);
  SoundObserver observer({Purpose::meter, 16000, 1, std::nullopt, {}});
  for (std::size_t first = 0; first < sound.size(); first += 1000) {
    observer.observe(std::span(sound).subspan(first, 1000));
    EXPECT_FALSE(observer.measurements({}).empty());
  }
  EXPECT_THAT(numbers(observer.measurements({})), ElementsAreArray(numbers(measure(sound, 16000))));
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
    const auto measured = measure(Sound(96000, constant), 48000);
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

TEST(SoundObserver, NoSoundAtAllLeavesEveryLevelUnknown) {
  const auto measured = measure({}, 48000, 2);
  for (const std::string_view name : k_levels) EXPECT_EQ(reason_of(measured, name), "sound.too_short");
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
  SoundObserver observer({Purpose::meter, 48000, 2, std::nullopt, {}});
  EXPECT_TRUE(std::isfinite(observer.momentary_level()));
  observer.observe(interleave({sine(48000, 1000, -60, 1), sine(48000, 1000, -40, 1)}));
  EXPECT_NEAR(observer.momentary_level(), -40, 0.05);
  EXPECT_DOUBLE_EQ(observer.seconds(), 1);
}

TEST(SoundObserver, ValuesFarBeyondFullScaleGiveNumbersNotNonsense) {
  const auto measured = measure(sine(48000, 1000, 80, 2), 48000);
  EXPECT_NEAR(value_of(measured, "sound.laeq"), 80, 0.01);
  EXPECT_NEAR(value_of(measured, "sound.laf50"), 80, 0.05);
}

using std::chrono::milliseconds;

constexpr SoundPhases k_read_then_silent{{milliseconds(0), milliseconds(3000)},
                                         {milliseconds(4000), milliseconds(16000)}};

TEST(SoundObserver, LevelsAreThoseOfTheSilentPhase) {
  const Sound sound =
      white_noise(16000, -20, 4, 1) + white_noise(16000, -60, 12, 2) + white_noise(16000, -20, 2, 3);
  const auto phased = check(sound, check_plan(16000, k_read_then_silent));
  const auto silent = check(white_noise(16000, -60, 12, 2), check_plan(16000));
  EXPECT_NEAR(value_of(phased, "sound.duration"), 12, 1e-3);
  EXPECT_NEAR(value_of(phased, "sound.clipping"), 0, 1e-9);
  SoundObserver observer({Purpose::meter, 16000, 1, k_read_then_silent, {}});
  observer.observe(sound);
  EXPECT_NEAR(value_of(observer.measurements({}), "sound.laeq"), value_of(silent, "sound.laeq"), 0.01);
}

TEST(SoundObserver, TellsWhichPhaseTheNextSampleBelongsTo) {
  SoundObserver observer(check_plan(16000, k_read_then_silent));
  EXPECT_EQ(observer.phase().phase, Phase::reading);
  EXPECT_DOUBLE_EQ(observer.phase().seconds, 3);
  observer.observe(silence(16000, 3));
  EXPECT_EQ(observer.phase().phase, Phase::none);
  observer.observe(silence(16000, 1));
  EXPECT_EQ(observer.phase().phase, Phase::silent);
  EXPECT_DOUBLE_EQ(observer.phase().seconds, 12);
  observer.observe(silence(16000, 12));
  EXPECT_EQ(observer.phase().phase, Phase::none);
}

TEST(SoundObserver, AMonitorOfTheSpeakersMeasuresNoRoom) {
  SoundDelivery delivery;
  delivery.live = true;
  delivery.route = {RouteKind::monitor, "alsa_output.monitor", "monitor", std::nullopt, false};
  const auto measured = check(white_noise(16000, -50, 12, 1), check_plan(16000), delivery);
  EXPECT_EQ(reason_of(measured, "sound.laeq"), "chain.monitor");
  EXPECT_EQ(reason_of(measured, "chain.processing"), "chain.monitor");
  EXPECT_EQ(std::get<State>(find(measured, "chain.route").outcome).value, "monitor");
}

TEST(SoundObserver, ASteadyToneHasOneSlowLevelAndNoneBeforeItCouldRise) {
  const auto steady = measure(sine(8000, 1000, -30, 3), 8000);
  EXPECT_NEAR(value_of(steady, "sound.lasmax"), -30, 0.1);
  EXPECT_GE(value_of(steady, "sound.lasmax"), value_of(steady, "sound.lasmin"));
  EXPECT_EQ(reason_of(measure(sine(8000, 1000, -30, 1.5), 8000), "sound.lasmax"), "sound.too_short");
}

TEST(SoundObserver, AMicrophoneWhoseRouteNobodyTellsIsNotTakenForAnHonestOne) {
  SoundDelivery delivery;
  delivery.live = true;
  const Sound noise = white_noise(16000, -50, 12, 1);
  auto measured = check(noise, check_plan(16000), delivery);
  EXPECT_EQ(reason_of(measured, "chain.processing"), "chain.route_unknown");
  EXPECT_EQ(reason_of(measured, "sound.laeq"), "");
  delivery.route = {RouteKind::physical, "alsa_input", "", 0, false};
  delivery.route_lost = true;
  measured = check(noise, check_plan(16000), delivery);
  EXPECT_EQ(reason_of(measured, "sound.laeq"), "chain.route_lost");
}

TEST(SoundObserver, AVolumeThatMovedWhileMeasuringLeavesTheLevelsUnknown) {
  SoundDelivery delivery;
  delivery.live = true;
  delivery.gain_change_db = 3;
  const Sound noise = white_noise(16000, -50, 12, 1);
  EXPECT_EQ(reason_of(check(noise, check_plan(16000), delivery), "sound.laeq"), "chain.gain_step");
  delivery.gain_change_db = 0;
  EXPECT_EQ(reason_of(check(noise, check_plan(16000), delivery), "sound.laeq"), "");
}

TEST(SoundObserver, WithoutANetworkForTheVoiceTheMeasuresOfTheVoiceSayWhy) {
  const auto measured = check(white_noise(16000, -50, 16, 1), check_plan(16000, k_read_then_silent));
  EXPECT_EQ(reason_of(measured, "voice.to_background"), "voice.no_detector");
  EXPECT_EQ(reason_of(measured, "voice.others"), "voice.no_detector");
}

TEST(SoundObserver, AMeterTellsEverySecondOfTheLouderChannel) {
  SoundObserver observer({Purpose::meter, 8000, 2, std::nullopt, {}});
  observer.observe(interleave({sine(8000, 1000, -60, 2.5), sine(8000, 1000, -40, 2.5)}));
  for (int second = 0; second < 2; ++second) {
    const auto passed = observer.take_second();
    ASSERT_TRUE(passed);
    EXPECT_NEAR(passed->laeq, -40, 0.1);
  }
  EXPECT_FALSE(observer.take_second());
  EXPECT_NEAR(observer.reading().laeq, -40, 0.1);
  EXPECT_NEAR(observer.spectrum().octave[7]->level, -40, 0.2);  // its neighbours' skirts hear the tone too
}

}  // namespace
}  // namespace preshift
