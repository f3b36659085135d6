#pragma once

#include "calibration.hpp"
#include "problem.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// The store's format, also that of `preshift calibrate --list --format json`: an object with `format`
/// ("preshift-calibrations/1") and `calibrations`, each with exactly the members that the writer gives it.
[[nodiscard]] std::string calibrations_to_json(const std::vector<Calibration>& calibrations);

/// `file` is only for what the problem says.
[[nodiscard]] Result<std::vector<Calibration>> calibrations_from_json(std::string_view json,
                                                                      const std::string& file);

/// One of them, or a scale alone with its members, in a document of others.
[[nodiscard]] nlohmann::ordered_json written_calibration(const Calibration& calibration);
[[nodiscard]] nlohmann::ordered_json written_scale(const MicrophoneScale& scale);

/// The first member that is missing, wrong or not known, when it cannot be read.
[[nodiscard]] Expected<Calibration, std::string> calibration_in(const nlohmann::ordered_json& json);
[[nodiscard]] Expected<MicrophoneScale, std::string> scale_in(const nlohmann::ordered_json& json);

}  // namespace preshift
