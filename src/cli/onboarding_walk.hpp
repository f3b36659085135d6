#pragma once

#include "arguments.hpp"
#include "check_report.hpp"
#include "profile.hpp"

#include <chrono>
#include <filesystem>
#include <optional>

namespace preshift {

/// Where an onboarding led.
struct OnboardingWalk {
  CheckReport report;
  std::filesystem::path room;         ///< that was enrolled, or was there
  std::filesystem::path certificate;  ///< empty unless the check cleared
  std::chrono::sys_seconds expires_at{};
  bool is_live = false;  ///< nothing was judged by a recording
};

inline constexpr int k_onboarding_steps = 6;

/// Leads the agent through an onboarding, step by step, on standard error and standard input: the key,
/// devices and equipment, the microphone's scale, the room, the check, the certificate. Each step that was
/// done before is taken as done. Where one fails, it says which, and what is kept.
[[nodiscard]] Result<OnboardingWalk> walk_through_onboarding(const Arguments& arguments, Language language);

}  // namespace preshift
