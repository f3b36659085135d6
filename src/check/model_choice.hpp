#pragma once

#include "problem.hpp"
#include "sensing_request.hpp"

#include <filesystem>

namespace preshift {

/// Where the user chooses networks of their own: config.json in the configuration folder; empty when the user
/// has no home.
[[nodiscard]] std::filesystem::path configuration_file();

/// The network of sound events that `models.sound_events` of this file names; Preshift's own when there is no
/// file, or it names none. Relative paths are relative to the file. Whether the network is there and right is
/// seen when it is loaded.
[[nodiscard]] Result<SoundModelRequest> chosen_sound_model(const std::filesystem::path& file);

}  // namespace preshift
