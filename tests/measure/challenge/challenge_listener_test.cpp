#include "challenge_listener.hpp"

#include "made_challenge.hpp"
#include "noises.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace test;

constexpr double k_rate_hz = 16000;
constexpr double k_seconds = 4;

ChallengeFindings heard_in(const Sound& sound, const Code& code, double rate_hz = k_rate_hz) {
  ChallengeListener listener(code, rate_hz, k_seconds);
  listener.observe(SampleRun(sound, 0, 1));
  return listener.findings();
}

bool is_heard(const ChallengeFindings& findings) {
  return findings.score >= findings.threshold;
}

TEST(ChallengeListener, HearsItWholeWhereNothingElseSounds) {
  const Code code = made_code(1);
  const auto findings = heard_in(
      mixed(silence(k_rate_hz, k_seconds), challenge_at(code, k_rate_hz, -40), 0.7, k_rate_hz), code);
  EXPECT_GT(findings.score, 100);  // of 128; the pulses of neighbours overlap
  EXPECT_LT(findings.expanded_uncertainty, 10);
}

TEST(ChallengeListener, HearsItAtEveryRateAndDelay) {
  for (const double rate_hz : k_rates_hz) {
    const Code code = made_code(3);
    for (const double delay : {0.0, 0.0613, 1.0, 1.93}) {
      const Sound noise = white_noise(rate_hz, -50, k_seconds, 7);
      const auto findings =
          heard_in(mixed(noise, challenge_at(code, rate_hz, -45), delay, rate_hz), code, rate_hz);
      EXPECT_TRUE(is_heard(findings)) << rate_hz << " Hz, " << delay << " s: " << findings.score;
    }
  }
}

/// White noise of 16 kHz has a quarter of its power in the challenge's band.
TEST(ChallengeListener, HearsItTenDecibelsBelowTheNoiseOfItsBand) {
  const Code code = made_code(4);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Sound noise = white_noise(k_rate_hz, -30, k_seconds, seed);
    const auto findings = heard_in(mixed(noise, challenge_at(code, k_rate_hz, -46), 0.5, k_rate_hz), code);
    EXPECT_TRUE(is_heard(findings)) << findings.score;
  }
}

TEST(ChallengeListener, HearsItThoughTheClocksDiffer) {
  const Code code = made_code(5);
  for (const double skew : {-200e-6, 200e-6}) {
    const Sound played = challenge_at(code, k_rate_hz * (1 + skew), -45);
    const auto findings =
        heard_in(mixed(white_noise(k_rate_hz, -50, k_seconds, 1), played, 0.4, k_rate_hz), code);
    EXPECT_TRUE(is_heard(findings)) << findings.score;
  }
}

TEST(ChallengeListener, HearsItThoughADoorSlams) {
  const Code code = made_code(6);
  Sound sound =
      mixed(white_noise(k_rate_hz, -60, k_seconds, 1), challenge_at(code, k_rate_hz, -50), 0.4, k_rate_hz);
  sound = mixed(std::move(sound), white_noise(k_rate_hz, -6, 0.5, 2), 1.2, k_rate_hz);
  EXPECT_TRUE(is_heard(heard_in(sound, code)));
}

TEST(ChallengeListener, DoesNotTakeYesterdaysForTodays) {
  const Sound yesterdays =
      mixed(silence(k_rate_hz, k_seconds), challenge_at(made_code(8), k_rate_hz, -30), 0.5, k_rate_hz);
  for (std::uint64_t seed = 100; seed < 150; ++seed)
    EXPECT_FALSE(is_heard(heard_in(yesterdays, made_code(seed)))) << seed;
}

TEST(ChallengeListener, HearsNothingInSoundsThatCorrelateWithThemselves) {
  const Code code = made_code(9);
  EXPECT_FALSE(is_heard(heard_in(silence(k_rate_hz, k_seconds), code)));
  EXPECT_FALSE(is_heard(heard_in(sine(k_rate_hz, 2000, -3, k_seconds), code)));
  EXPECT_FALSE(is_heard(heard_in(sine(k_rate_hz, 2500, -3, k_seconds), code)));
  EXPECT_FALSE(is_heard(heard_in(coloured_noise(k_rate_hz, -6, -20, k_seconds, 3), code)));
}

TEST(ChallengeListener, IsSilentAboutTooShortASound) {
  const Code code = made_code(1);
  const auto findings = heard_in(challenge_at(code, k_rate_hz, -30) /* 2.049 s */, code);
  EXPECT_TRUE(is_heard(findings));
  const auto none = heard_in(Sound(static_cast<std::size_t>(2 * k_rate_hz), 0.1F), code);
  EXPECT_EQ(none.score, 0);
  EXPECT_GT(none.threshold, 1);
}

TEST(ChallengeListener, TakesBlocksOfAnySizeAlike) {
  const Code code = made_code(1);
  const Sound sound =
      mixed(white_noise(k_rate_hz, -30, k_seconds, 1), challenge_at(code, k_rate_hz, -40), 0.3, k_rate_hz);
  ChallengeListener listener(code, k_rate_hz, k_seconds);
  for (std::size_t at = 0; at < sound.size(); at += 333)
    listener.observe(
        SampleRun(std::span(sound).subspan(at, std::min<std::size_t>(333, sound.size() - at)), 0, 1));
  EXPECT_EQ(listener.findings().score, heard_in(sound, code).score);
}

/// Of a fixed sound the score is 1 on average over all codes, whatever the sound.
TEST(ChallengeThreshold, IsRelativeToWhatChanceGives) {
  constexpr int k_codes = 400;
  const Sound sound =
      mixed(sine(k_rate_hz, 2000, -20, 2.2), white_noise(k_rate_hz, -30, 0.3, 1), 1, k_rate_hz);
  double sum = 0;
  for (int seed = 0; seed < k_codes; ++seed) {
    ChallengeListener listener(made_code(static_cast<std::uint64_t>(seed)), k_rate_hz, 2.048);
    listener.observe(SampleRun(sound, 0, 1));
    sum += listener.findings().score;
  }
  EXPECT_NEAR(sum / k_codes, 1, 0.1);  // its standard deviation is 0.02 at most
}

/// The bound holds wherever it can be counted.
TEST(ChallengeThreshold, IsExceededNoMoreOftenThanPromised) {
  constexpr int k_codes = 400;
  const Sound sound =
      mixed(sine(k_rate_hz, 2000, -20, 2.2), white_noise(k_rate_hz, -30, 0.3, 1), 1, k_rate_hz);
  ASSERT_GT(challenge_threshold(16, 1, 1e-6), challenge_threshold(16, 1, 1e-2));
  for (const double promised : {0.5, 0.1, 0.01}) {
    int exceeded = 0;
    for (int seed = 0; seed < k_codes; ++seed) {
      ChallengeListener listener(made_code(static_cast<std::uint64_t>(seed)), k_rate_hz, 2.05);
      listener.observe(SampleRun(sound, 0, 1));
      exceeded += listener.findings().score >= challenge_threshold(16, 9, promised) ? 1 : 0;
    }
    EXPECT_LE(exceeded, k_codes * promised);
  }
}

TEST(ChallengeThreshold, SolvesItsEquation) {
  for (const double false_alarm : {1e-2, 1e-6}) {
    const double mean = challenge_threshold(16, 7800, false_alarm);
    EXPECT_NEAR(7800 * std::exp(8 * (1 - mean + std::log(mean))), false_alarm, 1e-6 * false_alarm);
  }
  EXPECT_NEAR(challenge_threshold(16, 7800, ChallengeListener::k_false_alarm), 5.6, 0.1);
}

}  // namespace
}  // namespace preshift
