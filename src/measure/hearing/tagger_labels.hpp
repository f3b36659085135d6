#pragma once

#include "log_mel_windows.hpp"
#include "problem.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// One output of a network of sound events.
struct TaggerLabel {
  std::string name;  ///< shown to people, as the file has it
  std::optional<std::size_t>
      sound_class;                ///< in k_sound_classes; none: it is shown, and no measure counts it
  double threshold_log_odds = 0;  ///< from here on it counts as heard
};

/// What a network's file does not say itself.
struct TaggerDescription {
  std::string network_sha256;  ///< in hexadecimal; of the file that these labels belong to
  LogMelShape front_end;
  std::vector<TaggerLabel> labels;  ///< in the order of the network's outputs, 1 to 1000
};

/// Reads the labels file beside a network (models/README.md). The problem names the member that is not as it
/// must be.
[[nodiscard]] Result<TaggerDescription> read_tagger_labels(const std::filesystem::path& file);

}  // namespace preshift
