#pragma once

#include <chrono>

namespace preshift {

/// Lets through one of what comes too often: at most one in each interval.
class Throttle {
 public:
  explicit Throttle(std::chrono::milliseconds interval) : m_interval(interval) {}

  [[nodiscard]] bool pass() {
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next) return false;
    m_next = now + m_interval;
    return true;
  }

 private:
  std::chrono::milliseconds m_interval;
  std::chrono::steady_clock::time_point m_next{};
};

/// How often progress and level are told.
inline constexpr std::chrono::milliseconds k_telling_interval{100};

}  // namespace preshift
