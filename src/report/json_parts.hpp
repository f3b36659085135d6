#pragma once

#include "event.hpp"
#include "used_calibration.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>

namespace preshift {

using Json = nlohmann::ordered_json;

/// What the JSON of every report has in common.

[[nodiscard]] Json json_of(const SoundRoute& route);
[[nodiscard]] Json json_of(const SourceOpened& source);
[[nodiscard]] Json json_of(const std::optional<Confined>& confined);

/// A value with unit and expanded uncertainty; a word; or the reason of an absence.
[[nodiscard]] Json json_of(const Measurement& measurement, Language language);
[[nodiscard]] Json json_of(std::span<const Measurement> measurements, Language language);

/// The full scale with its uncertainty and origin, or why there is none.
[[nodiscard]] Json json_of(const CalibrationUse& calibration, Language language);

void put_problem(Json& json, const SourceProblem& problem, Language language);

}  // namespace preshift
