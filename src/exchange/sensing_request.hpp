#pragma once

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

/// What `preshift-sense check` is asked to measure.
struct SensingRequest {
  std::optional<SourceRequest> sound;
  std::optional<SourceRequest> pictures;
  std::optional<std::chrono::milliseconds> window;  ///< devices need one; files are measured whole without
  std::optional<double> full_scale_db;              ///< dB re 20 µPa of an RMS at full scale
  double full_scale_uncertainty_db = 0;             ///< standard uncertainty of full_scale_db
};

/// The command line, without the program's name, that from_arguments reads back as the same request.
[[nodiscard]] std::vector<std::string> to_arguments(const SensingRequest& request);

/// `check` [--sound=FILE | --microphone[=NAME]] [--pictures=PLACE | --camera[=NAME]] [--duration-ms=N]
/// [--full-scale-db=X [--full-scale-uncertainty-db=U]]. Anything else is refused by name.
[[nodiscard]] Result<SensingRequest> from_arguments(std::span<const std::string> arguments);

}  // namespace preshift
