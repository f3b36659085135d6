#pragma once

#include "calibration.hpp"
#include "problem.hpp"

#include <filesystem>
#include <vector>

namespace preshift {

/// The user's calibrations: `calibrations.json` in the configuration folder (user_folders.hpp). Empty when
/// the user has no home.
[[nodiscard]] std::filesystem::path calibrations_file();

/// All of them, in the file's order. A missing file holds none. Refuses, and says where, a file that is not
/// in this version's format to the letter: a scale that is misread would judge rooms wrongly.
[[nodiscard]] Result<std::vector<Calibration>> read_calibrations(const std::filesystem::path& file);

/// Replaces the file whole or not at all, readable by the user alone; makes its folder.
[[nodiscard]] Result<void> write_calibrations(const std::filesystem::path& file,
                                              const std::vector<Calibration>& calibrations);

}  // namespace preshift
