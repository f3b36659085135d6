#pragma once

#include "sound_class.hpp"

#include <array>
#include <string>
#include <vector>

namespace preshift::bench {

/// One line of training's clips.tsv.
struct HeardRecording {
  std::string path;
  int fold = 0;
  std::string label;
  std::array<bool, k_sound_classes.size()> is{};
  std::array<bool, k_sound_classes.size()> may_be{};
};

struct Samples {
  std::vector<float> values;  ///< of the first channel, at most 20 s
  double rate_hz = 0;
};

/// The recordings of clips.tsv; none when it cannot be read.
[[nodiscard]] std::vector<HeardRecording> heard_recordings(const std::string& clips_file);

/// Empty when no folder has it, or libsndfile cannot read it.
[[nodiscard]] Samples samples_of(const HeardRecording& recording, const std::vector<std::string>& folders);

/// The other sound over the first one as often as it takes, both with the same power where the first is loud.
[[nodiscard]] Samples mixed_at_0_db(const Samples& sound, const Samples& other);

/// With pink noise added, 15 dB(A) under the loudest moment (LAFmax).
[[nodiscard]] Samples with_noise_15_db_under(const Samples& sound);

}  // namespace preshift::bench
