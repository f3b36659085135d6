#include "device_choice.hpp"
#include "live_window.hpp"
#include "portaudio_session.hpp"
#include "quiet_stderr.hpp"
#include "raw_stream.hpp"
#include "route_classification.hpp"
#include "route_watch.hpp"
#include "sensing_texts.hpp"
#include "sound_source.hpp"

#include <portaudio.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::chrono::seconds k_ring_length{8};  ///< how long a busy program may leave the sound unread
constexpr std::chrono::milliseconds k_first_sound{
    5000};  ///< wireless headsets and idle sound servers wake slowly
constexpr double k_usual_rate_hz = 48000;

/// All that PortAudio's thread touches, and PortAudio itself; destroyed in the opposite order.
struct Recorder {
  std::string device;
  std::size_t channels = 1;
  double rate_hz = 0;
  std::unique_ptr<PortAudioSession> session;
  std::optional<RingBuffer<float>> ring;
  PaStream* stream = nullptr;

  Recorder() = default;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  ~Recorder() {
    if (stream == nullptr) return;
    const QuietStderr quiet;
    Pa_AbortStream(stream);  // Pa_StopStream would wait for buffers that may never come
    Pa_CloseStream(stream);
  }
};

/// On PortAudio's own thread, in real time: copies and returns.
int keep_sound(const void* input, void*, unsigned long frames, const PaStreamCallbackTimeInfo*,
               PaStreamCallbackFlags flags, void* user_data) {
  auto& recorder = *static_cast<Recorder*>(user_data);
  const std::size_t samples = frames * recorder.channels;
  if ((flags & paInputOverflow) != 0 || input == nullptr) recorder.ring->count_lost(samples);
  if (input != nullptr) recorder.ring->push({static_cast<const float*>(input), samples});
  return paContinue;
}

struct StreamWish {
  double rate_hz = 0;
  int channels = 1;
  void* host_api_specific = nullptr;
};

PaError open_stream(Recorder& recorder, int device, const StreamWish& wish) {
  constexpr double k_latency_seconds = 0.1;  // nobody plays along: larger blocks, fewer lost ones
  const QuietStderr quiet;
  recorder.rate_hz = wish.rate_hz;
  recorder.channels = static_cast<std::size_t>(wish.channels);
  recorder.ring.emplace(static_cast<std::size_t>(static_cast<double>(k_ring_length.count()) * wish.rate_hz) *
                        recorder.channels);
  PaStreamParameters parameters{};
  parameters.device = device;
  parameters.channelCount = wish.channels;
  parameters.sampleFormat = paFloat32;
  parameters.suggestedLatency =
      std::max(Pa_GetDeviceInfo(device)->defaultHighInputLatency, k_latency_seconds);
  parameters.hostApiSpecificStreamInfo = wish.host_api_specific;
  return Pa_OpenStream(&recorder.stream, &parameters, nullptr, wish.rate_hz, paFramesPerBufferUnspecified,
                       paClipOff, &keep_sound, &recorder);
}

/// The device's own rate, where it is one that is measured. PortAudio does not ask ALSA's devices for theirs
/// but names 44.1 kHz wherever that can be converted to; nearly all of them run at 48 kHz.
double rate_to_open(const DeviceListed& device) {
  const double own = Pa_GetDeviceInfo(device.index)->defaultSampleRate;
  return device.host_api == "ALSA" || own < 8000 || own > 192000 ? k_usual_rate_hz : own;
}

/// In the order in which they are tried: unprocessed if that can be had, stereo or else mono.
std::vector<StreamWish> stream_wishes(const DeviceListed& device) {
  const double own_hz = Pa_GetDeviceInfo(device.index)->defaultSampleRate;
  std::vector<void*> ways{nullptr};
  if (void* raw = raw_stream_wish(device)) ways.insert(ways.begin(), raw);
  std::vector<StreamWish> wishes;
  for (void* way : ways) {
    for (const double rate_hz : {rate_to_open(device), own_hz})
      for (int channels = channels_to_open(device); channels >= 1; --channels)
        wishes.push_back({rate_hz, channels, way});
  }
  return wishes;
}

PaError open_stream(Recorder& recorder, const DeviceListed& device) {
  PaError error = paInvalidChannelCount;
  for (const StreamWish& wish : stream_wishes(device)) {
    error = open_stream(recorder, device.index, wish);
    if (error == paNoError) break;
  }
  return error;
}

PaError start_stream(const Recorder& recorder) {
  const QuietStderr quiet;
  return Pa_StartStream(recorder.stream);
}

/// A device that opens may still never deliver; and its driver sets up the last it needs with the first
/// sound.
bool delivers(const Recorder& recorder, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds k_nap{5};
  const auto until = std::chrono::steady_clock::now() + patience;
  while (recorder.ring->size() == 0) {
    if (std::chrono::steady_clock::now() >= until || Pa_IsStreamActive(recorder.stream) != 1) return false;
    std::this_thread::sleep_for(k_nap);
  }
  return true;
}

/// Closing a stream whose sound server died can block for ever. A recorder that stalled is left as it is: its
/// program has only to report that and end.
void abandon(std::unique_ptr<Recorder> recorder) {
  static std::vector<std::unique_ptr<Recorder>>& s_abandoned = *new std::vector<std::unique_ptr<Recorder>>;
  s_abandoned.push_back(std::move(recorder));
}

/// From the sound server that records for us, where there is one between.
std::unique_ptr<RouteWatch> watch_route_to(const DeviceListed& device) {
  constexpr std::chrono::milliseconds k_patience{1000};
  if (is_alsa_hardware(device.name, device.host_api)) return nullptr;
  const QuietStderr quiet;
  return watch_route(k_patience);
}

SoundRoute route_by_name(const DeviceListed& device) {
  const RouteFinding finding = classify_device_name(device.name, device.host_api);
  return {finding.kind, {}, finding.evidence, std::nullopt, false};
}

class Microphone final : public SoundSource {
 public:
  Microphone(std::unique_ptr<Recorder> recorder, const DeviceListed& device, LiveWindowTerms terms)
      : m_opened{Sensor::microphone, true,          device.name,
                 device.host_api,    terms.rate_hz, static_cast<int>(terms.channels)},
        m_length_seconds(std::chrono::duration<double>(terms.window).count()),
        m_route_watch(watch_route_to(device)),
        m_recorder(std::move(recorder)),
        m_window(std::move(terms), *m_recorder->ring,
                 [stream = m_recorder->stream] { return Pa_IsStreamActive(stream) == 1; }) {
    m_opened.route = m_route_watch ? m_route_watch->route() : route_by_name(device);
  }

  ~Microphone() override {
    if (m_window.stalled()) abandon(std::move(m_recorder));
  }
  Microphone(const Microphone&) = delete;
  Microphone& operator=(const Microphone&) = delete;

  [[nodiscard]] const SourceOpened& opened() const override { return m_opened; }
  [[nodiscard]] std::optional<double> length_seconds() const override { return m_length_seconds; }
  [[nodiscard]] Result<std::size_t> read(std::span<float> interleaved) override {
    if (m_route_watch) m_route_watch->follow();
    return m_window.read(interleaved);
  }
  [[nodiscard]] bool at_end() const override { return m_window.at_end(); }
  [[nodiscard]] double lost_seconds() const override { return m_window.lost_seconds(); }
  [[nodiscard]] RouteChanges route_changes() override {
    return m_route_watch ? m_route_watch->changes() : RouteChanges{};
  }

 private:
  SourceOpened m_opened;
  double m_length_seconds;
  std::unique_ptr<RouteWatch> m_route_watch;
  std::unique_ptr<Recorder> m_recorder;
  LiveWindow m_window;
};

}  // namespace

Result<std::unique_ptr<SoundSource>> open_microphone(const std::string& device,
                                                     std::chrono::milliseconds window) {
  auto recorder = std::make_unique<Recorder>();
  recorder->session = std::make_unique<PortAudioSession>();
  if (!recorder->session->failure().empty())
    return device_failure(sensing_text("microphone.not_opened"), device, recorder->session->failure());
  auto chosen = choose_device(recorder->session->inputs(), device,
                              {sensing_text("microphone.none"), sensing_text("microphone.unknown"),
                               sensing_text("microphone.ambiguous")});
  if (!chosen) return Failure<Problem>{std::move(chosen).error()};
  LiveWindowTerms terms{.device = chosen->name, .window = window};
  PaError error = open_stream(*recorder, *chosen);
  if (error == paNoError) error = start_stream(*recorder);
  if (error != paNoError)
    return device_failure(sensing_text("microphone.not_opened"), chosen->name,
                          std::string(Pa_GetErrorText(error)));
  if (!delivers(*recorder, k_first_sound)) {
    abandon(std::move(recorder));
    return device_failure(sensing_text("microphone.stalled"), chosen->name, 0.0);
  }
  terms.rate_hz = recorder->rate_hz;
  terms.channels = recorder->channels;
  return {std::make_unique<Microphone>(std::move(recorder), *chosen, std::move(terms))};
}

std::vector<DeviceListed> list_microphones() {
  const PortAudioSession session;
  std::vector<DeviceListed> inputs = session.inputs();
  for (DeviceListed& input : inputs) {
    input.rates = session.accepted_rates(input);
    input.route = route_by_name(input);
  }
  return inputs;
}

}  // namespace preshift
