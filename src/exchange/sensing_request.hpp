#pragma once

#include "phase.hpp"
#include "problem.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// A device by the name the user gave; empty is the system's default.
struct Device {
  std::string name;
};

/// A file, folder or pattern that was recorded before.
struct Recorded {
  std::string place;
};

using SourceRequest = std::variant<Device, Recorded>;

/// What a run of preshift-sense is for.
enum class Purpose {
  check,  ///< measurements alone; recordings must not be too long for a check
  meter,  ///< sound alone, of any length; with readings, history and spectrum, and ended early by an
          ///< interrupt
};

/// What preshift-sense is asked to measure.
struct SensingRequest {
  Purpose purpose = Purpose::check;
  std::optional<SourceRequest> sound;
  std::optional<SourceRequest> pictures;
  std::optional<std::chrono::milliseconds> window;  ///< devices need one; files are measured whole without
  std::optional<SoundPhases> phases;                ///< without them all of the sound is a silent phase
};

/// The command line, without the program's name, that from_arguments reads back as the same request.
[[nodiscard]] std::vector<std::string> to_arguments(const SensingRequest& request);

/// `check` or `meter`, [--sound=FILE | --microphone[=NAME]] [--pictures=PLACE | --camera[=NAME]]
/// [--duration-ms=N]
/// [--reading-ms=FROM-TO --silent-ms=FROM-TO]. Anything else is refused by name.
[[nodiscard]] Result<SensingRequest> from_arguments(std::span<const std::string> arguments);

}  // namespace preshift
