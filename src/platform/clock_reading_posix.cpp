#include "clock_reading.hpp"

#include <ctime>
#include <fstream>

namespace preshift {
namespace {

std::optional<BootClock> boot_clock() {
#ifdef CLOCK_BOOTTIME
  BootClock clock;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> clock.boot;
  timespec since_start{};
  if (clock.boot.empty() || ::clock_gettime(CLOCK_BOOTTIME, &since_start) != 0) return std::nullopt;
  clock.running = std::chrono::seconds(since_start.tv_sec);
  return clock;
#else
  return std::nullopt;
#endif
}

}  // namespace

ClockReading read_clocks() {
  ClockReading reading;
  reading.boot = boot_clock();
  const std::time_t now = std::time(nullptr);
  reading.utc = std::chrono::sys_seconds(std::chrono::seconds(now));
  std::tm local{};
  if (::localtime_r(&now, &local) == nullptr) return reading;
  const auto offset = std::chrono::floor<std::chrono::minutes>(std::chrono::seconds(local.tm_gmtoff));
  constexpr std::chrono::hours k_farthest{14};  // of any place; a setting beyond cannot be written down
  if (std::chrono::abs(offset) <= k_farthest) reading.local_offset = offset;
  return reading;
}

}  // namespace preshift
