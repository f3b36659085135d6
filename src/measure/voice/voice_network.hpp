#pragma once

#include "problem.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace preshift {

/// What the network sees at once: the window it judges, and what came just before it.
inline constexpr double k_voice_rate_hz = 16000;
inline constexpr std::size_t k_voice_window = 512;  ///< samples: 32 ms
inline constexpr std::size_t k_voice_context = 64;  ///< samples before them
inline constexpr double k_voice_window_s = k_voice_window / k_voice_rate_hz;

/// What the network remembers of one sound from window to window; all zero before the first. 256 numbers from
/// which no sound can be made again.
struct VoiceMemory {
  std::array<float, 128> hidden{};
  std::array<float, 128> cell{};
};

/// Tells speech from all else, whoever speaks and in whatever language. One thread at a time, no files after
/// loading; the memory is the caller's, so one network serves several channels in turn.
class VoiceNetwork {
 public:
  using Input = std::span<const float, k_voice_context + k_voice_window>;

  virtual ~VoiceNetwork() = default;

  /// The probability, 0 to 1, that somebody speaks in the window. `memory` goes on to the next one.
  [[nodiscard]] virtual float speech_probability(Input context_and_window, VoiceMemory& memory) = 0;
};

/// The network from its prepared ONNX file (`./dev models`): Silero VAD, see models/README.md. Fails when the
/// file is missing, damaged or of another shape, with the reason, and never lets an exception of OpenCV out.
[[nodiscard]] Result<std::unique_ptr<VoiceNetwork>> load_voice_network(
    const std::filesystem::path& onnx_file);

}  // namespace preshift
