#include "voice_processors.hpp"

#include <speex/speex_preprocess.h>
#include <webrtc/modules/audio_processing/include/audio_processing.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>

namespace preshift::test {
namespace {

using Level = webrtc::NoiseSuppression::Level;

float in_16_bits(float sample) {
  return std::clamp(std::round(sample * 32768), -32768.0F, 32767.0F) / 32768;
}

Sound by_webrtc(const Sound& sound, int rate_hz, std::optional<Level> level, bool gain) {
  const std::unique_ptr<webrtc::AudioProcessing> processing(webrtc::AudioProcessing::Create());
  if (level) {
    processing->noise_suppression()->set_level(*level);
    processing->noise_suppression()->Enable(true);
  }
  if (gain) {
    processing->gain_control()->set_mode(webrtc::GainControl::kAdaptiveDigital);
    processing->gain_control()->Enable(true);
  }
  const webrtc::StreamConfig config(rate_hz, 1);
  const std::size_t frame = config.num_frames();
  Sound processed = to_16_bits(sound);
  for (std::size_t start = 0; start + frame <= processed.size(); start += frame) {
    float* samples = processed.data() + start;
    if (processing->ProcessStream(&samples, config, config, &samples) != webrtc::AudioProcessing::kNoError)
      throw std::runtime_error("libwebrtc-audio-processing refused " + std::to_string(rate_hz) + " Hz");
  }
  return to_16_bits(std::move(processed));
}

Sound by_speex(const Sound& sound, int rate_hz, int suppress_db, bool gain) {
  const int frame = rate_hz / 50;
  const std::unique_ptr<SpeexPreprocessState, decltype(&speex_preprocess_state_destroy)> state(
      speex_preprocess_state_init(frame, rate_hz), &speex_preprocess_state_destroy);
  int denoise = suppress_db < 0 ? 1 : 0;
  int agc = gain ? 1 : 0;
  speex_preprocess_ctl(state.get(), SPEEX_PREPROCESS_SET_DENOISE, &denoise);
  if (suppress_db < 0) speex_preprocess_ctl(state.get(), SPEEX_PREPROCESS_SET_NOISE_SUPPRESS, &suppress_db);
  speex_preprocess_ctl(state.get(), SPEEX_PREPROCESS_SET_AGC, &agc);
  Sound processed = to_16_bits(sound);
  std::vector<spx_int16_t> buffer(static_cast<std::size_t>(frame));
  for (std::size_t start = 0; start + buffer.size() <= processed.size(); start += buffer.size()) {
    const std::span<float> samples(processed.data() + start, buffer.size());
    std::transform(samples.begin(), samples.end(), buffer.begin(),
                   [](float sample) { return static_cast<spx_int16_t>(sample * 32768); });
    speex_preprocess_run(state.get(), buffer.data());
    std::transform(buffer.begin(), buffer.end(), samples.begin(),
                   [](spx_int16_t sample) { return static_cast<float>(sample) / 32768; });
  }
  return processed;
}

void add_webrtc(std::vector<VoiceProcessor>* all) {
  using NoiseSuppression = webrtc::NoiseSuppression;
  const std::array<std::pair<const char*, Level>, 4> levels{{{"low", NoiseSuppression::kLow},
                                                             {"moderate", NoiseSuppression::kModerate},
                                                             {"high", NoiseSuppression::kHigh},
                                                             {"very high", NoiseSuppression::kVeryHigh}}};
  for (const auto& [name, level] : levels)
    for (const bool gain : {false, true})
      all->push_back({"webrtc " + std::string(name) + (gain ? " + gain" : ""), true,
                      [level = level, gain](const Sound& sound, int rate_hz) {
                        return by_webrtc(sound, rate_hz, level, gain);
                      }});
  all->push_back({"webrtc gain alone", false, [](const Sound& sound, int rate_hz) {
                    return by_webrtc(sound, rate_hz, std::nullopt, true);
                  }});
}

void add_speex(std::vector<VoiceProcessor>* all) {
  for (const int suppress_db : {-10, -15, -30})
    for (const bool gain : {false, true})
      all->push_back({"speex " + std::to_string(suppress_db) + " dB" + (gain ? " + gain" : ""), true,
                      [suppress_db, gain](const Sound& sound, int rate_hz) {
                        return by_speex(sound, rate_hz, suppress_db, gain);
                      }});
  all->push_back({"speex gain alone", false,
                  [](const Sound& sound, int rate_hz) { return by_speex(sound, rate_hz, 0, true); }});
}

}  // namespace

Sound to_16_bits(Sound sound) {
  std::transform(sound.begin(), sound.end(), sound.begin(), in_16_bits);
  return sound;
}

std::vector<VoiceProcessor> voice_processors() {
  std::vector<VoiceProcessor> all;
  add_webrtc(&all);
  add_speex(&all);
  return all;
}

VoiceProcessor voice_processor(const std::string& name) {
  for (VoiceProcessor& processor : voice_processors())
    if (processor.name == name) return processor;
  throw std::invalid_argument("no voice processor " + name);
}

}  // namespace preshift::test
