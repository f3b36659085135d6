#include "live_microphone_fixture.hpp"

#include "made_sounds.hpp"

#include <sndfile.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <thread>

namespace preshift::testing {

void LiveMicrophone::SetUp() {
  for (const char* program : {"pulseaudio", "pactl", "paplay"})
    if (!is_installed(program)) GTEST_SKIP() << program << " is not installed";
  const std::string folder = m_folder.path().string();
  for (const char* name : {"PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "HOME"})
    ::setenv(name, folder.c_str(), 1);
  ::setenv("PULSE_SERVER", ("unix:" + folder + "/native").c_str(), 1);
  m_server.emplace(std::vector<std::string>{
      "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-L",
      "module-native-protocol-unix socket=" + folder + "/native auth-anonymous=1", "-L",
      "module-null-sink sink_name=spk rate=48000 channels=1 format=s16le", "-L",
      "module-remap-source source_name=mic master=spk.monitor"});
  for (int i = 0; i < 300 && !control({"info"}); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  ASSERT_TRUE(control({"set-default-source", "mic"}));
}

void LiveMicrophone::play() {
  std::vector<double> sine(48000 * 30);
  for (std::size_t i = 0; i < sine.size(); ++i)
    sine[i] = k_played_amplitude * std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(i) / 48000);
  const auto file = m_folder.path() / "tone.wav";
  write_sound(file, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, sine);
  m_player.emplace(std::vector<std::string>{"paplay", "--device=spk", file.string()});
}

bool LiveMicrophone::control(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{"pactl"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return Program(command).wait() == 0;
}

}  // namespace preshift::testing
