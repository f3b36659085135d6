#include "speech.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace preshift::test {
namespace {

constexpr std::size_t k_wav_header = 44;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 65536> piece{};
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), pipe))
    output.append(piece.data(), count);
  pclose(pipe);
  return output;
}

}  // namespace

std::filesystem::path voice_model_file() {
  const std::string chosen = environment("PRESHIFT_MODELS_DIR");
  const std::string cache = environment("XDG_CACHE_HOME");
  const std::filesystem::path caches =
      cache.empty() ? std::filesystem::path(environment("HOME")) / ".cache" : std::filesystem::path(cache);
  const std::filesystem::path folder =
      chosen.empty() ? caches / "preshift" / "models" : std::filesystem::path(chosen);
  return folder / "voice-detector.onnx";
}

Sound spoken_sentence(const char* voice) {
  const std::string text =
      std::string(voice) == "fr"
          ? "Bonjour et merci de votre appel. Je m'appelle Martine, comment puis-je vous aider aujourd'hui ?"
          : "Good morning and thank you for calling. My name is Martin, how may I help you today?";
  const std::string wav =
      output_of("espeak-ng -s 140 -v " + std::string(voice) + " --stdout \"" + text + "\" 2>/dev/null");
  Sound sound;
  for (std::size_t at = k_wav_header; at + 2 <= wav.size(); at += 2) {
    std::int16_t sample = 0;
    std::memcpy(&sample, wav.data() + at, sizeof sample);
    sound.push_back(static_cast<float>(sample) * 0x1p-15F);
  }
  return sound;
}

}  // namespace preshift::test
