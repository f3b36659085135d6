#pragma once

#include "tagger_labels.hpp"

#include <memory>
#include <span>

namespace preshift {

/// Tells from a second of sound what can be heard in it. One thread at a time, no memory from window to
/// window: one network serves several channels in turn.
class SoundTagger {
 public:
  virtual ~SoundTagger() = default;

  [[nodiscard]] virtual const TaggerDescription& description() const = 0;

  /// `input`: a window of LogMelWindows with the description's front end. The result stands until the next
  /// call: for each label the log-odds that it is heard, -16 to 16; empty when the network gave something
  /// else than probabilities.
  [[nodiscard]] virtual std::span<const float> log_odds(std::span<const float> input) = 0;
};

/// Where a network is, and which one it must be.
struct SoundTaggerFiles {
  std::filesystem::path
      network;  ///< ONNX, with one input 1 x 1 x bands x frames and one output 1 x labels: probabilities
  std::filesystem::path labels;
  std::string sha256;  ///< of the network's file, in hexadecimal; empty for whichever its labels name
};

/// Fails when a file is missing, damaged, of another digest or of another shape, with the reason, and never
/// lets an exception of OpenCV out.
[[nodiscard]] Result<std::unique_ptr<SoundTagger>> load_sound_tagger(const SoundTaggerFiles& files);

}  // namespace preshift
