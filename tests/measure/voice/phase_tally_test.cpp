#include "phase_tally.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

constexpr int k_phase = 375;  // windows in 12 s
constexpr std::size_t k_left_out = 32 + 16;

/// Speech has the energy 1, silence 0.
template <class IsSpeech>
PhaseTally observed(IsSpeech is_speech) {
  SilenceTally silence;
  for (int i = 0; i < k_phase; ++i) silence.observe(is_speech(i) ? 1 : 0, is_speech(i));
  return silence.tally();
}

TEST(SilenceTally, LeavesOutTheFirstSecondAndTheLastMoment) {
  EXPECT_EQ(observed([](int) { return false; }).windows, k_phase - k_left_out);
  EXPECT_EQ(observed([](int i) { return i < 32; }).speech, 0U) << "the tail of the sentence";
  EXPECT_EQ(observed([](int i) { return i >= k_phase - 16; }).speech, 0U) << "already speaking again";
  EXPECT_EQ(observed([](int i) { return i >= k_phase - 17; }).speech, 1U);
}

TEST(SilenceTally, LeavesOutALateSentenceToItsEnd) {
  const PhaseTally tally = observed([](int i) { return i < 60; });
  EXPECT_EQ(tally.speech, 0U);
  EXPECT_DOUBLE_EQ(tally.energies.mean(), 0);
}

TEST(SilenceTally, CountsWhoGoesOnSpeaking) {
  const PhaseTally tally = observed([](int) { return true; });
  EXPECT_EQ(tally.speech, tally.windows);
  EXPECT_EQ(tally.windows, k_phase - 78 - 16U);
  EXPECT_EQ(tally.utterances, 1U);
}

TEST(SilenceTally, CountsEachUtteranceOnce) {
  const PhaseTally tally = observed([](int i) { return i % 50 >= 40; });
  EXPECT_EQ(tally.utterances, 7U);
  EXPECT_EQ(tally.speech, 70U);
}

}  // namespace
}  // namespace preshift
