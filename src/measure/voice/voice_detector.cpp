#include "voice_detector.hpp"

#include "voice_gain.hpp"
#include "voice_resampler.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace preshift {

struct VoiceDetector::State {
  std::shared_ptr<VoiceNetwork> network;
  Sink sink;
  VoiceResampler resampler;
  VoiceGain gain{};
  VoiceMemory memory{};
  std::array<float, k_voice_context + k_voice_window> sound{};
  std::size_t filled = k_voice_context;
  std::uint64_t windows = 0;

  void take(std::span<const float> samples);
  void judge_window();
};

void VoiceDetector::State::take(std::span<const float> samples) {
  while (!samples.empty()) {
    const auto some = samples.first(std::min(samples.size(), sound.size() - filled));
    std::copy(some.begin(), some.end(), sound.data() + filled);
    filled += some.size();
    samples = samples.subspan(some.size());
    if (filled == sound.size()) judge_window();
  }
}

void VoiceDetector::State::judge_window() {
  const float factor = gain.factor_for(std::span(sound).last<k_voice_window>());
  std::array<float, k_voice_context + k_voice_window> levelled;
  std::transform(sound.begin(), sound.end(), levelled.begin(), [&](float x) { return factor * x; });
  const float probability = network->speech_probability(levelled, memory);
  std::copy(sound.end() - k_voice_context, sound.end(), sound.begin());
  filled = k_voice_context;
  sink({windows++, probability});
}

VoiceDetector::VoiceDetector(std::shared_ptr<VoiceNetwork> network, double rate_hz, Sink sink)
    : m_state(std::make_unique<State>(State{std::move(network), std::move(sink), VoiceResampler(rate_hz)})) {}

VoiceDetector::~VoiceDetector() = default;
VoiceDetector::VoiceDetector(VoiceDetector&&) noexcept = default;
VoiceDetector& VoiceDetector::operator=(VoiceDetector&&) noexcept = default;

void VoiceDetector::observe(SampleRun run) {
  m_state->resampler.resample(run, [this](std::span<const float> samples) { m_state->take(samples); });
}

}  // namespace preshift
