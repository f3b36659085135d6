#pragma once

#include "sounds.hpp"

#include <functional>
#include <string>
#include <vector>

namespace preshift::test {

/// A real voice processor in one setting, fresh for every call. Sounds in and out have 16 bits, as those of a
/// microphone have.
struct VoiceProcessor {
  std::string name;
  bool suppresses_noise = false;
  std::function<Sound(const Sound&, int rate_hz)> process;
};

/// libwebrtc-audio-processing's noise suppression at its four levels, each with and without adaptive digital
/// gain, and that gain alone; libspeexdsp's by 10, 15 (its default) and 30 dB, the default with automatic
/// gain, and that gain alone. Rates of whole samples in 10 ms.
std::vector<VoiceProcessor> voice_processors();

/// The one of this name; it must exist.
VoiceProcessor voice_processor(const std::string& name);

/// As 16 bits hold it.
Sound to_16_bits(Sound sound);

}  // namespace preshift::test
