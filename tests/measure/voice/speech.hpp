#pragma once

#include "sounds.hpp"
#include "voice_network.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace preshift::test {

/// Where `./dev models` puts the prepared network.
std::filesystem::path voice_model_file();

/// A sentence of about seven seconds, spoken by espeak-ng at k_spoken_rate_hz; empty where that program is
/// not installed. `voice`: such as "en" or "fr".
Sound spoken_sentence(const char* voice);
inline constexpr double k_spoken_rate_hz = 22050;

/// Whoever listens with this hears speech in the windows that `probability` says.
class ScriptedNetwork final : public VoiceNetwork {
 public:
  using Script = std::function<float(std::size_t window)>;

  explicit ScriptedNetwork(Script probability) : m_probability(std::move(probability)) {}
  float speech_probability(Input /*context_and_window*/, VoiceMemory& /*memory*/) override {
    return m_probability(m_windows++);
  }

 private:
  Script m_probability;
  std::size_t m_windows = 0;
};

}  // namespace preshift::test
