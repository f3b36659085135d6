#include "live_microphone_fixture.hpp"
#include "made_sounds.hpp"
#include "refusals.hpp"
#include "sound_source.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::LiveMicrophone;
using testing::refusal;
using testing::words;

TEST_F(LiveMicrophone, IsListedWithItsRatesAndTheDefaultMarked) {
  const auto listed = list_microphones();
  ASSERT_FALSE(listed.empty());
  EXPECT_EQ(std::count_if(listed.begin(), listed.end(), [](const auto& device) { return device.is_default; }),
            1);
  for (const DeviceListed& device : listed) {
    EXPECT_EQ(device.host_api, "ALSA");
    EXPECT_GE(device.channels, 1);
    EXPECT_EQ(std::count(device.rates.begin(), device.rates.end(), 48000.0), 1) << device.name;
  }
}

TEST_F(LiveMicrophone, RecordsAKnownLevelForTheWindow) {
  play();
  auto microphone = open_microphone("", milliseconds(1500));
  ASSERT_TRUE(microphone) << words(microphone);
  const SourceOpened& opened = (*microphone)->opened();
  EXPECT_TRUE(opened.live);
  EXPECT_EQ(opened.rate, 48000);
  EXPECT_EQ((*microphone)->length_seconds(), 1.5);
  const auto samples = testing::read_all(**microphone);
  ASSERT_TRUE(samples) << words(samples);
  const auto channels = static_cast<std::size_t>(opened.channels);
  ASSERT_EQ(samples->size(), 72000 * channels);
  // The player may have started late: the last half second is the tone.
  double power = 0;
  for (std::size_t i = samples->size() - 24000 * channels; i < samples->size(); ++i)
    power += static_cast<double>((*samples).at(i)) * static_cast<double>((*samples).at(i));
  power /= static_cast<double>(24000 * channels);
  EXPECT_NEAR(10 * std::log10(power),
              10 * std::log10(testing::k_played_amplitude * testing::k_played_amplitude / 2), 0.1);
}

TEST_F(LiveMicrophone, IsFoundByIndexNameAndPartOfItsName) {
  const auto listed = list_microphones();
  ASSERT_FALSE(listed.empty());
  for (const std::string& wanted : {std::to_string(listed[0].index), listed[0].name}) {
    const auto microphone = open_microphone(wanted, milliseconds(100));
    ASSERT_TRUE(microphone) << words(microphone);
    EXPECT_EQ((*microphone)->opened().name, listed[0].name);
  }
  EXPECT_EQ(refusal(open_microphone("no such microphone", milliseconds(100))), "microphone.unknown");
}

TEST_F(LiveMicrophone, IsNotThereWithoutAServer) {
  m_server->kill();
  EXPECT_TRUE(list_microphones().empty());
  const auto none = open_microphone("", milliseconds(100));
  EXPECT_EQ(refusal(none), "microphone.none");
}

// The last one: PortAudio stays as it was left when a server dies.
TEST_F(LiveMicrophone, IsReportedAsStalledWhenTheServerDiesAndLetsGoWithoutHanging) {
  play();
  auto microphone = open_microphone("", milliseconds(60'000));
  ASSERT_TRUE(microphone) << words(microphone);
  std::vector<float> block(4800);
  ASSERT_TRUE((*microphone)->read(block));
  m_server->kill();
  auto read = (*microphone)->read(block);
  while (read) read = (*microphone)->read(block);
  ASSERT_EQ(refusal(read), "microphone.stalled");
  EXPECT_EQ(read.error().kind, ProblemKind::device_failure);
  microphone->reset();
}

}  // namespace
}  // namespace preshift
