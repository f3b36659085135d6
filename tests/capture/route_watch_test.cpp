#include "route_watch.hpp"

#include "confinement.hpp"
#include "live_microphone_fixture.hpp"
#include "made_sounds.hpp"
#include "refusals.hpp"
#include "sound_source.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::words;

/// A microphone behind a sound server, which says what it is.
class LiveMicrophoneRoute : public testing::LiveMicrophone {
 protected:
  std::unique_ptr<SoundSource> open() {
    auto microphone = open_microphone("", milliseconds(60'000));
    EXPECT_TRUE(microphone) << words(microphone);
    return microphone ? std::move(*microphone) : nullptr;
  }

  static void read_some(SoundSource& microphone) {
    std::vector<float> block(9600);
    ASSERT_TRUE(microphone.read(block));
  }
};

TEST_F(LiveMicrophoneRoute, NamesTheSourceBehindTheDeviceAndWhatGaveItAway) {
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  const SoundRoute& route = microphone->opened().route;
  EXPECT_EQ(route.kind, RouteKind::virtual_device);
  EXPECT_EQ(route.source, "mic");
  EXPECT_EQ(route.evidence, "module-remap-source");
  EXPECT_EQ(route.gain_db, 0.0);
  EXPECT_FALSE(route.muted);
}

TEST_F(LiveMicrophoneRoute, SeesThatTheDefaultIsAnOutputsMonitor) {
  ASSERT_TRUE(control({"set-default-source", "spk.monitor"}));
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  EXPECT_EQ(microphone->opened().route.kind, RouteKind::monitor);
  EXPECT_EQ(microphone->opened().route.source, "spk.monitor");
}

TEST_F(LiveMicrophoneRoute, SeesThroughTheDescriptionOfAnEchoCanceller) {
  ASSERT_TRUE(control({"load-module", "module-null-sink", "sink_name=other"}));
  ASSERT_TRUE(control({"load-module", "module-echo-cancel", "source_name=ec", "source_master=mic",
                       "sink_master=other", "aec_method=null", "source_properties=device.description=Yeti"}));
  ASSERT_TRUE(control({"set-default-source", "ec"}));
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  EXPECT_EQ(microphone->opened().route.kind, RouteKind::filter);
  EXPECT_EQ(microphone->opened().route.evidence, "module-echo-cancel");
}

TEST_F(LiveMicrophoneRoute, HasNoChangesWhileNothingChanges) {
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  read_some(*microphone);
  const RouteChanges changes = microphone->route_changes();
  EXPECT_TRUE(changes.known);
  EXPECT_EQ(changes.gain_change_db, 0.0);
  EXPECT_FALSE(changes.muted);
  EXPECT_FALSE(changes.rerouted);
}

TEST_F(LiveMicrophoneRoute, SeesAVolumeThatIsTurnedDownAndUpAgain) {
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  ASSERT_TRUE(control({"set-source-volume", "mic", "-6dB"}));
  read_some(*microphone);
  ASSERT_TRUE(control({"set-source-volume", "mic", "0dB"}));
  read_some(*microphone);
  const RouteChanges changes = microphone->route_changes();
  EXPECT_TRUE(changes.known);
  ASSERT_TRUE(changes.gain_change_db);
  EXPECT_NEAR(*changes.gain_change_db, 6, 0.01);
}

#ifndef PRESHIFT_SANITIZED  // its runtime and the confinement do not mix
// Of this name such tests run first: libpulse refuses to work in the child of a process that used it.
using LiveMicrophoneRouteDeathTest = LiveMicrophoneRoute;

TEST_F(LiveMicrophoneRouteDeathTest, SeesAVolumeChangeOnceTheProcessIsConfined) {
  const testing::Program somebody({"sh", "-c",
                                   "while pactl set-source-volume mic -12dB &&"
                                   " pactl set-source-volume mic 0dB; do :; done"});
  const auto sees_it = [&] {
    const auto microphone = open();
    if (!microphone || !confine_this_process().system_calls) return false;
    for (int i = 0; i < 300; ++i) {
      read_some(*microphone);
      const RouteChanges changes = microphone->route_changes();
      if (!changes.known) return false;
      if (std::abs(changes.gain_change_db.value_or(0) - 12) < 0.01) return true;
    }
    return false;
  };
  EXPECT_EXIT(end_process(sees_it() ? 0 : 1), ::testing::ExitedWithCode(0), "");
}
#endif

TEST_F(LiveMicrophoneRoute, SeesThatItIsMutedAndMovedAway) {
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  ASSERT_TRUE(control({"set-source-mute", "mic", "1"}));
  EXPECT_TRUE(microphone->route_changes().muted);
  ASSERT_TRUE(control({"unload-module", "module-remap-source"}));
  const RouteChanges changes = microphone->route_changes();
  ASSERT_TRUE(changes.rerouted) << "the server moves recordings to what is left";
  EXPECT_EQ(changes.rerouted->kind, RouteKind::monitor);
  EXPECT_EQ(changes.rerouted->source, "spk.monitor");
}

TEST_F(LiveMicrophoneRoute, IsUnknownOnceTheServerIsGone) {
  const auto microphone = open();
  ASSERT_TRUE(microphone);
  m_server->kill();
  EXPECT_FALSE(microphone->route_changes().known);
}

TEST_F(LiveMicrophoneRoute, IsNotWatchedWithoutARecordingOrAServer) {
  EXPECT_EQ(watch_route(milliseconds(5000)), nullptr);
  m_server->kill();
  EXPECT_EQ(watch_route(milliseconds(5000)), nullptr);
}

}  // namespace
}  // namespace preshift
