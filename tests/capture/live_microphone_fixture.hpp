#pragma once

#include "program.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace preshift::testing {

inline constexpr double k_played_amplitude = 0.25;

/// A private PulseAudio server with a loudspeaker `spk`, and a microphone `mic` that hears what is played on
/// it. Skips where PulseAudio is not installed.
class LiveMicrophone : public ::testing::Test {
 protected:
  void SetUp() override;

  /// A sine of 1 kHz, long enough for any test, into the microphone.
  void play();

  /// Runs pactl; whether it succeeded.
  [[nodiscard]] static bool control(const std::vector<std::string>& arguments);

  TemporaryFolder m_folder;
  std::optional<Program> m_server;
  std::optional<Program> m_player;
};

}  // namespace preshift::testing
