#pragma once

#include "arguments.hpp"
#include "check.hpp"
#include "onboarding_state.hpp"
#include "onboarding_store.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// What is known of the agent's onboarding.
struct KnownOnboarding {
  OnboardingFinding finding;
  std::vector<Message> damaged;  ///< files of the configuration folder that were left out
};

/// From --onboarding and --approval or, where they are not given, from the configuration folder; the
/// employer's keys from both --employer and there. `room_digest`: of the room that it must be of; none: of
/// any.
[[nodiscard]] Result<KnownOnboarding> known_onboarding(const Arguments& arguments,
                                                       const std::optional<std::string>& room_digest,
                                                       std::chrono::sys_seconds now);

/// What onboardings are held against, but for the room and the time: the employer's keys, what is revoked,
/// and the agent's own key where something is stored.
[[nodiscard]] Result<OnboardingQuestion> onboarding_question(const Arguments& arguments,
                                                             const StoredOnboarding& stored);

/// Tells the check what is known of the approval of its room.
[[nodiscard]] Result<void> take_onboarding(const Arguments& arguments, std::chrono::sys_seconds now,
                                           CheckRequest& request);

}  // namespace preshift
