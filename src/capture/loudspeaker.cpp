#include "loudspeaker.hpp"

#include "device_choice.hpp"
#include "portaudio_session.hpp"
#include "quiet_stderr.hpp"
#include "sensing_texts.hpp"

#include <portaudio.h>

#include <algorithm>
#include <atomic>
#include <span>
#include <utility>

namespace preshift {
namespace {

constexpr double k_usual_rate_hz = 48000;

/// All that PortAudio's thread touches, and PortAudio itself; destroyed in the opposite order.
struct Player {
  std::unique_ptr<PortAudioSession> session;
  std::vector<float> samples;
  std::atomic<bool> plays = false;  ///< once set, `samples` belongs to PortAudio's thread
  std::size_t played = 0;
  std::size_t channels = 1;
  double rate_hz = 0;
  PaStream* stream = nullptr;

  Player() = default;
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;
  ~Player() {
    if (stream == nullptr) return;
    const QuietStderr quiet;
    Pa_AbortStream(stream);
    Pa_CloseStream(stream);
  }
};

/// On PortAudio's own thread, in real time: copies and returns.
int give_sound(const void*, void* output, unsigned long frames, const PaStreamCallbackTimeInfo*,
               PaStreamCallbackFlags, void* user_data) {
  auto& player = *static_cast<Player*>(user_data);
  const std::span<float> wanted(static_cast<float*>(output), frames * player.channels);
  std::fill(wanted.begin(), wanted.end(), 0.0F);
  if (!player.plays.load(std::memory_order_acquire)) return paContinue;
  for (std::size_t frame = 0; frame < frames && player.played < player.samples.size();
       ++frame, ++player.played)
    for (std::size_t channel = 0; channel < player.channels; ++channel)
      wanted[frame * player.channels + channel] = player.samples[player.played];
  return paContinue;
}

PaError open_stream(Player& player, int device, double rate_hz, int channels) {
  const QuietStderr quiet;
  player.rate_hz = rate_hz;
  player.channels = static_cast<std::size_t>(channels);
  PaStreamParameters parameters{};
  parameters.device = device;
  parameters.channelCount = channels;
  parameters.sampleFormat = paFloat32;
  parameters.suggestedLatency = Pa_GetDeviceInfo(device)->defaultHighOutputLatency;
  return Pa_OpenStream(&player.stream, nullptr, &parameters, rate_hz, paFramesPerBufferUnspecified, paNoFlag,
                       &give_sound, &player);
}

PaError open_stream(Player& player, const DeviceListed& device) {
  PaError error = paInvalidChannelCount;
  for (const double rate_hz : {k_usual_rate_hz, Pa_GetDeviceInfo(device.index)->defaultSampleRate}) {
    for (int channels = std::min(device.channels, 2); channels >= 1; --channels) {
      error = open_stream(player, device.index, rate_hz, channels);
      if (error == paNoError) return error;
    }
  }
  return error;
}

PaError start_stream(const Player& player) {
  const QuietStderr quiet;
  return Pa_StartStream(player.stream);
}

class PortAudioLoudspeaker final : public Loudspeaker {
 public:
  PortAudioLoudspeaker(std::unique_ptr<Player> player, std::string name)
      : m_name(std::move(name)), m_player(std::move(player)) {}

  [[nodiscard]] const std::string& name() const override { return m_name; }
  [[nodiscard]] double rate() const override { return m_player->rate_hz; }
  void play(std::vector<float> samples) override {
    if (m_player->plays.load()) return;
    m_player->samples = std::move(samples);
    m_player->plays.store(true, std::memory_order_release);
  }

 private:
  std::string m_name;
  std::unique_ptr<Player> m_player;
};

}  // namespace

Result<std::unique_ptr<Loudspeaker>> open_loudspeaker(const std::string& device) {
  auto player = std::make_unique<Player>();
  player->session = std::make_unique<PortAudioSession>();
  if (!player->session->failure().empty())
    return device_failure(sensing_text("loudspeaker.not_opened"), device, player->session->failure());
  const auto chosen = choose_device(player->session->outputs(), device,
                                    {sensing_text("loudspeaker.none"), sensing_text("loudspeaker.unknown"),
                                     sensing_text("loudspeaker.ambiguous")});
  if (!chosen) return Failure{chosen.error()};
  PaError error = open_stream(*player, *chosen);
  if (error == paNoError) error = start_stream(*player);
  if (error != paNoError)
    return device_failure(sensing_text("loudspeaker.not_opened"), chosen->name,
                          std::string(Pa_GetErrorText(error)));
  return {std::make_unique<PortAudioLoudspeaker>(std::move(player), chosen->name)};
}

}  // namespace preshift
