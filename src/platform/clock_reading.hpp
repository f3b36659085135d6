#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace preshift {

/// How long this start of the computer has lasted. Nobody sets this clock, and it goes on while the computer
/// sleeps.
struct BootClock {
  std::string boot;  ///< names this start of the computer, another for each
  std::chrono::seconds running{};
};

/// What the clocks show.
struct ClockReading {
  std::chrono::sys_seconds utc{};
  std::chrono::minutes local_offset{};  ///< local time less UTC
  std::optional<BootClock> boot;        ///< none where the system does not tell
};

[[nodiscard]] ClockReading read_clocks();

}  // namespace preshift
