#include "hearing_observer.hpp"

#include "sounds.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <utility>

namespace preshift {
namespace {

using namespace test;

const std::size_t k_dog = *find_sound_class("dog");
const std::size_t k_child = *find_sound_class("child");
const std::size_t k_cat = *find_sound_class("cat");

/// Says what it was told to, window by window, and then that nothing is heard.
class Prompted final : public SoundTagger {
 public:
  explicit Prompted(std::deque<std::vector<float>> answers) : m_answers(std::move(answers)) {
    m_description.labels = {
        {"bark", k_dog, 1}, {"howl", k_dog, 2}, {"cry", k_child, 1}, {"rain", std::nullopt, 0}};
  }

  [[nodiscard]] const TaggerDescription& description() const override { return m_description; }

  [[nodiscard]] std::span<const float> log_odds(std::span<const float> input) override {
    EXPECT_EQ(input.size(), m_description.front_end.input_size());
    m_now = {-9, -9, -9, -9};
    if (!m_answers.empty()) {
      m_now = m_answers.front();
      m_answers.pop_front();
    }
    return m_now;
  }

 private:
  TaggerDescription m_description;
  std::deque<std::vector<float>> m_answers;
  std::vector<float> m_now;
};

HearingFindings hear(std::deque<std::vector<float>> answers, double seconds = 5, double rate_hz = 16000,
                     std::size_t piece = 320) {
  HearingObserver observer(std::make_shared<Prompted>(std::move(answers)), {}, rate_hz);
  const Sound sound = white_noise(rate_hz, -40, seconds, 1);
  for (std::size_t at = 0; at < sound.size(); at += piece)
    observer.observe(SampleRun(std::span(sound).subspan(at, std::min(piece, sound.size() - at)), 0, 1));
  for (int second = 0; second < static_cast<int>(seconds); ++second) observer.observe_second(-50 + second);
  return observer.findings(-60);
}

TEST(HearingObserver, AnyLabelOfAClassIsHeardAsIt) {
  const auto findings = hear({{-9, 3, -9, -9}, {2, -9, -9, -9}});
  EXPECT_FALSE(findings.unknown);
  EXPECT_EQ(findings.classes[k_dog].events, 1);
  EXPECT_EQ(findings.classes[k_dog].seconds, 1);
  EXPECT_EQ(findings.classes[k_child].events, 0);
}

TEST(HearingObserver, TellsWhenHowLoudAndWhatElseItCouldBe) {
  const auto most = hear({{-9, -9, -9, -9}, {-9, -9, -9, -9}, {3, -9, 1, 2}}).classes[k_dog].most;
  EXPECT_DOUBLE_EQ(most.from_s, 1.0);
  EXPECT_DOUBLE_EQ(most.to_s, 2.0);
  ASSERT_TRUE(most.above_background_db);
  EXPECT_DOUBLE_EQ(*most.above_background_db, 11);  // the second second reaches -49
  ASSERT_EQ(most.labels.size(), 3U);
  EXPECT_EQ(most.labels[0].name, "bark");
  EXPECT_NEAR(most.labels[0].probability, 0.953, 0.001);
  EXPECT_EQ(most.labels[1].name, "rain");
}

TEST(HearingObserver, WithoutAnEventNoLevelIsTold) {
  const auto findings = hear({{0, -9, -9, -9}});
  EXPECT_EQ(findings.classes[k_dog].events, 0);
  EXPECT_FALSE(findings.classes[k_dog].most.above_background_db);
  EXPECT_EQ(findings.classes[k_dog].most.labels[0].name, "bark");
}

TEST(HearingObserver, ScoresNearTheThresholdMakeTheCountUncertain) {
  EXPECT_EQ(hear({{0.5F, -9, -9, -9}}).classes[k_dog].events_uncertainty, 1);
  EXPECT_EQ(hear({{0.5F, -9, -9, -9}}).classes[k_dog].seconds_uncertainty, 0.5);
  EXPECT_EQ(hear({{8, -9, -9, -9}}).classes[k_dog].events_uncertainty, 0);
  EXPECT_EQ(hear({{8, -9, -9, -9}}).classes[k_dog].seconds_uncertainty, 0.25);
  EXPECT_EQ(hear({}).classes[k_dog].seconds_uncertainty, 0);
}

TEST(HearingObserver, AClassThatTheNetworkDoesNotKnowIsNotSilent) {
  EXPECT_FALSE(hear({}).classes[k_cat].is_known);
  EXPECT_TRUE(hear({}).classes[k_dog].is_known);
}

TEST(HearingObserver, TooLittleSoundIsUnknown) {
  const auto findings = hear({}, 1.2);
  ASSERT_TRUE(findings.unknown);
  EXPECT_EQ(findings.unknown->text.id, "hearing.too_short");
}

TEST(HearingObserver, ANetworkThatGivesNoProbabilitiesLeavesAllUnknown) {
  const auto findings = hear({{-9, -9, -9, -9}, {}});
  ASSERT_TRUE(findings.unknown);
  EXPECT_EQ(findings.unknown->text.id, "hearing.no_numbers");
}

TEST(HearingObserver, WithoutANetworkTheReasonIsPassedOn) {
  HearingObserver observer(nullptr, Message{{"some.reason", "because", "parce que"}, {}}, 48000);
  const Sound sound = silence(48000, 1);
  observer.observe(SampleRun(sound, 0, 1));
  ASSERT_TRUE(observer.findings(-60).unknown);
  EXPECT_EQ(observer.findings(-60).unknown->text.id, "some.reason");
}

TEST(HearingObserver, RateAndCutDoNotMatter) {
  for (const double rate_hz : {8000.0, 44100.0, 192000.0})
    for (const std::size_t piece : {1U, 333U, 100000U}) {
      const auto findings = hear({{-9, -9, -9, -9}, {3, -9, -9, -9}}, 4, rate_hz, piece);
      EXPECT_EQ(findings.classes[k_dog].events, 1) << rate_hz << " Hz, runs of " << piece;
      EXPECT_DOUBLE_EQ(findings.classes[k_dog].most.from_s, 0.5);
    }
}

}  // namespace
}  // namespace preshift
